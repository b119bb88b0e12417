import { describe, expect, test } from '@jest/globals';
import type { Import } from '../import.ts';
import { decisionsOf, type ImportDuplicate } from '../staged/import-duplicate.ts';
import { decideDuplicate, type DecideDuplicate } from './decide-duplicate.ts';

const list: Import = {
  id: 'i-1',
  municipality: '06431010',
  state: 'CHECKED',
  startedBy: 'anna.berg',
  startedAt: '2026-08-01T08:00:00.000Z',
  lines: 77,
  problems: 0,
  duplicates: 2,
};
const duplicate: ImportDuplicate = {
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
const decide = (changes: Partial<DecideDuplicate> = {}, before = list) =>
  decideDuplicate(before, { ...same, duplicate, decisions: decisionsOf(before, []), ...changes });

describe('deciding which person a line is about', () => {
  test('a decision is kept in the import, and its event does not name the person', () => {
    expect(decide()).toEqual({
      state: { ...list, verdicts: [same] },
      events: [
        {
          type: 'import.decided',
          data: { importId: 'i-1', municipality: '06431010', line: 12, decision: 'SAME_PERSON' },
        },
      ],
    });
  });

  test('a line may be decided differently and has one decision; the same again has no event', () => {
    const { state } = decide();
    expect(decide({ decision: 'SKIP', personId: undefined }, state).state.verdicts).toEqual([
      { line: 12, decision: 'SKIP', ...by },
    ]);
    expect(decide({ decidedBy: 'jonas.keller' }, state)).toEqual({ state, events: [] });
  });

  test.each<[string, string, { command?: Partial<DecideDuplicate>; before?: Partial<Import> }]>([
    ['a person who is no candidate', 'INVALID_INPUT', { command: { personId: 'p-ben' } }],
    ['a new person with an id', 'INVALID_INPUT', { command: { decision: 'NEW_PERSON' } }],
    [
      'a new person with the customer number of a candidate',
      'INVALID_INPUT',
      {
        command: {
          decision: 'NEW_PERSON',
          personId: undefined,
          duplicate: { ...duplicate, candidates: [{ reason: 'OTHER_MUNICIPALITY', personId: 'p-ada' }] },
        },
      },
    ],
    ['the person of another line', 'INVALID_INPUT', { before: { verdicts: [{ ...same, line: 3 }] } }],
    [
      'the person of another line of an older import',
      'INVALID_INPUT',
      { command: { decisions: decisionsOf({}, [{ ...duplicate, line: 3, verdict: same }]) } },
    ],
    ['a line without a question', 'NOT_FOUND', { command: { duplicate: null } }],
    ['a line before the check has ended', 'IMPORT_NOT_CHECKED', { before: { state: 'CHECKING' } }],
    ['a line of a confirmed import', 'IMPORT_CLOSED', { before: { state: 'CONFIRMED' } }],
    ['a line of a discarded import', 'IMPORT_CLOSED', { before: { state: 'DISCARDED' } }],
  ])('a decision on %s is refused with %s', (_, code, { command, before }) => {
    expect(() => decide(command, { ...list, ...before })).toThrow(expect.objectContaining({ code }));
  });
});
