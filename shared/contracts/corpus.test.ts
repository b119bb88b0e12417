import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { messageSchema, type Contract } from './contract.ts';
import { contracts } from './contracts.ts';
import { brokenExamples, frozenHashes, hashOf, readCorpus } from './corpus.ts';

const corpus = readCorpus();

describe('the corpus of events', () => {
  test('has an example of every event', () => {
    const examples = new Set(corpus.map(({ topic, name }) => `${topic}/${name}`));
    expect(
      contracts
        .flatMap(({ topic, events }) => Object.keys(events).map((name) => `${topic}/${name}`))
        .filter((name) => !examples.has(name)),
    ).toEqual([]);
  });

  test('is understood by the contracts of today, event by event', () => {
    expect(brokenExamples(contracts, corpus)).toEqual([]);
    expect(corpus.filter(({ message }) => !messageSchema.safeParse(message).success).map(({ file }) => file)).toEqual(
      [],
    );
  });

  test('shows every field of the contracts at least once', () => {
    const shown = (topic: string, event: string): Set<string> =>
      new Set(
        corpus
          .filter((example) => example.topic === topic && example.name === event)
          .flatMap(({ message }) => Object.keys(message.data)),
      );
    const missing = contracts.flatMap(({ topic, events }) =>
      Object.entries(events).flatMap(([name, { data }]) =>
        Object.keys(data.shape)
          .filter((field) => !shown(topic, name).has(field))
          .map((field) => `${name}: ${field}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('only grows: what was taken in is neither changed nor removed; "npm run contracts" takes in what is new', () => {
    expect(Object.fromEntries(corpus.map((example) => [example.file, hashOf(example)]))).toEqual(
      Object.fromEntries(frozenHashes()),
    );
  });
});

describe('a change of a contract', () => {
  const [example] = corpus.filter(({ name }) => name === 'interview.held');
  const withTalk = (change: (schema: z.ZodObject) => z.ZodObject): Contract[] =>
    contracts.map((contract) => ({
      ...contract,
      events: Object.fromEntries(
        Object.entries(contract.events).map(([name, rule]) => [
          name,
          name === 'interview.held' ? { ...rule, data: change(rule.data) } : rule,
        ]),
      ),
    }));
  const broken = (change: (schema: z.ZodObject) => z.ZodObject): string[] =>
    brokenExamples(withTalk(change), example ? [example] : []);

  test('that adds a field which may be absent is fine', () => {
    expect(broken((schema) => schema.extend({ minutes: z.number().optional() }))).toEqual([]);
  });

  test.each([
    ['adds a field that has to be there', (schema: z.ZodObject) => schema.extend({ minutes: z.number() })],
    [
      'gives a field another name',
      (schema: z.ZodObject) => schema.omit({ heldOn: true }).extend({ day: z.iso.date() }),
    ],
    ['makes a field narrower', (schema: z.ZodObject) => schema.extend({ place: z.enum(['JOB_CENTRE']) })],
  ])('that %s breaks what was said before', (_, change) => {
    expect(broken(change)).toEqual([expect.stringMatching(/^cases\.events\/interview\.held\.v1\.json: /)]);
  });

  test('that takes an event away breaks what was said before', () => {
    expect(brokenExamples([], example ? [example] : [])).toEqual([
      'cases.events/interview.held.v1.json: nobody knows interview.held any more',
    ]);
  });
});
