import { expect, test } from '@jest/globals';
import { importFileOf } from '#tests/support/import-files.ts';
import { tooLarge } from './too-large.ts';

const list = importFileOf([{}]);
const line = list.slice(list.indexOf('\n') + 1);

test.each([
  ['of 20,001 recipients', `${list}\n${line.repeat(20_000)}`, 'TOO_MANY_LINES'],
  ['of 201 columns', list.replaceAll('\n', `${';'.repeat(177)}\n`), 'TOO_MANY_COLUMNS'],
  ['larger than what can be sent', `${list}${'\n'.repeat(18_000_000)}`, 'TOO_LONG'],
])('a list %s is found too large before it is sent', (_, file, code) => {
  expect(tooLarge(Buffer.from(file))).toMatchObject({ code });
});

test.each([
  ['of 20,000 recipients', `${list}\n${line.repeat(19_999)}`],
  ['of 200 columns', list.replaceAll('\n', `${';'.repeat(176)}\n`)],
  ['with other problems', 'Kundennummer\n1'],
  ['of nothing', ''],
])('a list %s is sent', (_, file) => {
  expect(tooLarge(Buffer.from(file))).toBeUndefined();
});
