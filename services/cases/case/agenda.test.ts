import { expect, test } from '@jest/globals';
import { agendaOf } from './agenda.ts';
import { adasCase, caseWithPlan, talk, invitation } from '../cases.fixture.ts';

const later = { ...invitation, id: 'i-2', scheduledAt: '2026-04-20T08:00:00Z' };
const ada = { ...caseWithPlan, interviews: [talk, later] };
const cem = {
  ...adasCase,
  id: 'c-cem',
  interviews: [{ ...invitation, id: 'i-3', scheduledAt: '2026-04-20T06:00:00Z' }],
};

test('an agenda holds what waits: talks to come, open steps and reviews, day by day', () => {
  expect(
    agendaOf([ada, cem], { from: '2026-04-20', to: '2026-10-01' }).map(
      ({ kind, on, case: { id } }) => `${on} ${kind} ${id}`,
    ),
  ).toEqual([
    '2026-04-20 STEP c-ada',
    '2026-04-20 INTERVIEW c-cem',
    '2026-04-20 INTERVIEW c-ada',
    '2026-10-01 REVIEW c-ada',
  ]);
  expect(agendaOf([ada], { from: '2026-04-21', to: '2026-09-30' })).toEqual([]);
});

test('a talk late in the evening in UTC is on the German day', () => {
  const [entry] = agendaOf([{ ...cem, interviews: [{ ...later, scheduledAt: '2026-04-19T22:30:00Z' }] }], {
    from: '2026-04-20',
    to: '2026-04-20',
  });
  expect(entry?.on).toBe('2026-04-20');
});
