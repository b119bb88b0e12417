import { describe, expect, test } from '@jest/globals';
import { underPresentName } from '#shared/contracts/contract.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { readCorpus } from '#shared/contracts/corpus.ts';
import { entryOf } from '../consumers/timeline-entries.ts';
import { enginesOnFiles } from '../engines.fixture.ts';
import { formerNamesContract } from './former-names.contract.ts';
import { withPresentName } from './former-names.ts';

formerNamesContract('on files', enginesOnFiles);

describe('an entry that was written under a former event name', () => {
  const former = readCorpus().filter(({ name, message }) => name !== message.type);

  test('is known for every event that had another name', () => {
    const names = contracts.flatMap(({ formerNames = [] }) => formerNames.map((each) => each.former));
    expect(new Set(former.map(({ message }) => message.type))).toEqual(new Set(names));
  });

  test.each(former.map(({ file, ...example }) => [file, example] as const))(
    '%s is the entry that its event makes today',
    (_, { topic, message }) => {
      const contract = contracts.find((each) => each.topic === topic);
      // The corpus holds whole messages.
      const event = message as Parameters<typeof entryOf>[0];
      const entry = entryOf(contract ? underPresentName(contract, event) : event);
      expect(entry && withPresentName({ ...entry, name: message.type })).toEqual(entry);
    },
  );

  test.each(
    readCorpus()
      .filter(({ name, message }) => name === message.type)
      .map(({ file, ...example }) => [file, example] as const),
  )('%s keeps its present name', (_, { message }) => {
    const entry = entryOf(message as Parameters<typeof entryOf>[0]);
    expect(entry && withPresentName(entry)).toBe(entry);
  });
});
