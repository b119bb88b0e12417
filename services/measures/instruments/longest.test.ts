import { expect, test } from '@jest/globals';
import { instrumentOn } from './catalogue.ts';
import { lastDayAllowed } from './longest.ts';

test.each([
  ['twelve weeks at an employer, which is what the hard to place may have', 'P45_MAG', '2026-11-23'],
  ['six weeks of orientation', 'P48A_BOP', '2026-10-12'],
  ['24 months of work that is created', 'P16D', '2028-08-31'],
  ['no limit where the law has none', 'P45_MAT', null],
])('%s', (_, code, last) => {
  const instrument = instrumentOn(code, '2026-09-01');
  expect(instrument && lastDayAllowed(instrument, '2026-09-01')).toBe(last);
});
