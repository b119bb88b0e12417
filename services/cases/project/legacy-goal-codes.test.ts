import { expect, test } from '@jest/globals';
import type { GoalCode } from './project.ts';
import { underPresentCode, goalsWithoutWords } from './legacy-goal-codes.ts';

const codes: GoalCode[] = ['TALKS', 'MEASURES', 'PLACEMENTS', 'OTHER'];

test('a goal goes by the code of the figure that a report counts', () => {
  expect(codes.map((code) => underPresentCode({ code, target: 1 }).code)).toEqual([
    'TALKS_HELD',
    'MEASURES_STARTED',
    'PLACEMENTS',
    'OTHER',
  ]);
});

test('the words of a goal are kept without spaces around them, and not at all where there are only spaces', () => {
  expect([
    underPresentCode({ code: 'OTHER', target: 3, text: ' Plätze vor acht ' }),
    underPresentCode({ code: 'TALKS_HELD', target: 3, text: '  ' }),
  ]).toEqual([
    { code: 'OTHER', target: 3, text: 'Plätze vor acht' },
    { code: 'TALKS_HELD', target: 3 },
  ]);
});

test('events tell goals without words, and under the codes of today where they were kept under former ones', () => {
  expect(
    goalsWithoutWords({
      goals: [
        { code: 'TALKS', target: 60, dueOn: '2026-12-31' },
        { code: 'OTHER', target: 3, text: 'Plätze vor acht' },
      ],
    }),
  ).toEqual([
    { code: 'TALKS_HELD', target: 60, dueOn: '2026-12-31' },
    { code: 'OTHER', target: 3 },
  ]);
});
