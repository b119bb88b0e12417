import { describe, expect, test } from '@jest/globals';
import type { Import } from '../import.ts';
import { verdictsOf, type Duplicate } from '../staged.ts';
import { decideDuplicate, type DecideDuplicate } from './decide-duplicate.ts';

const file: Import = {
  id: 'i-1',
  municipality: '06431010',
  state: 'CHECKED',
  startedBy: 'anna.berg',
  startedAt: '2026-08-01T08:00:00.000Z',
  lines: 77,
  problems: 0,
  duplicates: 2,
};
const duplicate: Duplicate = {
  id: 'i-1/duplicate/000012',
  importId: 'i-1',
  line: 12,
  slice: 0,
  candidates: [
    { reason: 'SIMILAR_PERSON', personId: 'p-ada' },
    { reason: 'SIMILAR_LINE', line: 3 },
  ],
  decided: false,
};
const by = { decidedBy: 'anna.berg', decidedAt: '2026-08-02T08:00:00.000Z' };
const same = { line: 12, decision: 'SAME_PERSON', personId: 'p-ada', ...by } as const;
const decide = (changes: Partial<DecideDuplicate> = {}, staged = file) =>
  decideDuplicate(staged, { ...same, duplicate, verdicts: verdictsOf(staged, []), ...changes });

describe('saying who a line is', () => {
  test('is kept with the import, and said without the person', () => {
    expect(decide()).toEqual({
      state: { ...file, verdicts: [same] },
      events: [
        {
          type: 'import.decided',
          data: { importId: 'i-1', municipality: '06431010', line: 12, decision: 'SAME_PERSON' },
        },
      ],
    });
  });

  test('may be said differently, and counts once; the same again says nothing', () => {
    const { state } = decide();
    expect(decide({ decision: 'SKIP', personId: undefined }, state).state.verdicts).toEqual([
      { line: 12, decision: 'SKIP', ...by },
    ]);
    expect(decide({ decidedBy: 'jonas.keller' }, state)).toEqual({ state, events: [] });
  });

  test.each<[string, Partial<DecideDuplicate>, Partial<Import>]>([
    ['INVALID_INPUT', { personId: 'p-ben' }, {}],
    ['INVALID_INPUT', { decision: 'NEW_PERSON' }, {}],
    [
      'INVALID_INPUT',
      {
        decision: 'NEW_PERSON',
        personId: undefined,
        duplicate: { ...duplicate, candidates: [{ reason: 'OTHER_MUNICIPALITY', personId: 'p-ada' }] },
      },
      {},
    ],
    ['INVALID_INPUT', {}, { verdicts: [{ ...same, line: 3 }] }],
    ['INVALID_INPUT', { verdicts: verdictsOf({}, [{ ...duplicate, line: 3, verdict: same }]) }, {}],
    ['NOT_FOUND', { duplicate: null }, {}],
    ['IMPORT_NOT_CHECKED', {}, { state: 'CHECKING' }],
    ['IMPORT_CLOSED', {}, { state: 'CONFIRMED' }],
    ['IMPORT_CLOSED', {}, { state: 'DISCARDED' }],
  ])('is refused with %s: %j %j', (code, changes, staged) => {
    expect(() => decide(changes, { ...file, ...staged })).toThrow(expect.objectContaining({ code }));
  });
});
