import { describe, expect, test } from '@jest/globals';
import type { PossibleDuplicate } from './answers.ts';
import { answerFor } from './duplicates.ts';
import { problemTable, unsentReport } from './import-report.ts';

test('problems are a table that can be read at a terminal', () => {
  const table = problemTable([
    {
      line: 12,
      column: 'Geburtsdatum',
      value: '31.02.1980',
      code: 'IMPOSSIBLE_DATE',
      expected: 'a day that the calendar has',
    },
    {
      line: 7,
      column: null,
      value: '\u001b[2J',
      code: 'WRONG_QUOTE',
      expected: 'quotation marks around the whole value',
    },
  ]);
  expect(table).toBe(
    [
      'line  column        value       expected',
      '  12  Geburtsdatum  31.02.1980  a day that the calendar has',
      '   7                ·[2J        quotation marks around the whole value',
    ].join('\n'),
  );
});

test('a file that is not sent is told with its problem, and nothing of a heading reaches the terminal', () => {
  const problem = { line: 1, value: null, code: 'TOO_MANY_COLUMNS', expected: 'at most 200 columns' };
  expect(unsentReport({ ...problem, column: '\u001b]0;x\u0007Ort' })).toBe(
    [
      'line  column     value  expected',
      '   1  ·]0;x·Ort         at most 200 columns',
      '1 problem. Nothing was sent.',
      '',
    ].join('\n'),
  );
});

describe('deciding all possible duplicates the same way', () => {
  const recipient = { customerNumber: '437D0100001', givenName: 'Ada', familyName: 'Bauer', birthDate: '1980-03-01' };
  const known = {
    reason: 'SIMILAR_PERSON',
    line: null,
    personId: 'p-1',
    person: { customerNumber: '437D0100001', givenName: 'Ada', familyName: 'Bauer' },
  };
  const duplicate = (...candidates: PossibleDuplicate['candidates']): PossibleDuplicate => ({
    line: 7,
    recipient,
    candidates,
  });

  test.each([
    ['same takes the one known person', 'same', duplicate(known), { decision: 'SAME_PERSON', personId: 'p-1' }],
    [
      'same skips a line that is like an earlier one',
      'same',
      duplicate({ ...known, reason: 'SIMILAR_LINE', personId: null, line: 3 }),
      { decision: 'SKIP' },
    ],
    ['same leaves two known persons undecided', 'same', duplicate(known, { ...known, personId: 'p-2' }), undefined],
    ['new makes a new person', 'new', duplicate(known), { decision: 'NEW_PERSON' }],
    [
      'new leaves somebody of another municipality undecided',
      'new',
      duplicate({ ...known, reason: 'OTHER_MUNICIPALITY' }),
      undefined,
    ],
    [
      'new leaves somebody with another identity undecided',
      'new',
      duplicate({ ...known, reason: 'OTHER_IDENTITY' }),
      undefined,
    ],
    [
      'same leaves somebody of another municipality undecided',
      'same',
      duplicate({ ...known, reason: 'OTHER_MUNICIPALITY', personId: null }),
      undefined,
    ],
    [
      'same leaves somebody with another identity undecided',
      'same',
      duplicate({ ...known, reason: 'OTHER_IDENTITY' }),
      undefined,
    ],
    [
      'skip skips somebody with another identity',
      'skip',
      duplicate({ ...known, reason: 'OTHER_IDENTITY' }),
      { decision: 'SKIP' },
    ],
    ['skip skips the line', 'skip', duplicate(known), { decision: 'SKIP' }],
  ] as const)('%s', (...[, mode, possible, answer]) => {
    expect(answerFor(mode, possible)).toEqual(answer);
  });
});
