import { expect, test } from '@jest/globals';
import { adasCase, caseWith, caseWithPlan, talk, invitation, plan } from '../cases.fixture.ts';
import { latestFact } from './latest-fact.ts';

test.each([
  ['nothing', undefined, adasCase],
  ['an invitation', { what: 'an invitation', on: '2026-03-01' }, caseWith(invitation)],
  ['a talk that was held', { what: 'a talk', on: '2026-03-10' }, caseWith(talk, { ...invitation, id: 'i-2' })],
  [
    'a missed talk',
    { what: 'a missed talk', on: '2026-03-11' },
    caseWith({ ...invitation, status: 'MISSED', missedOn: '2026-03-11' }),
  ],
  [
    'an assessment',
    { what: 'an assessment', on: '2026-03-12' },
    {
      ...caseWith(talk),
      assessments: [{ id: 'a-1', assessedOn: '2026-03-12', strengths: [], obstacles: [] }],
    },
  ],
  ['a plan that was agreed', { what: 'version 1 of the plan', on: '2026-04-01' }, caseWithPlan],
  [
    'a review of the plan',
    { what: 'a review of the plan', on: '2026-05-01' },
    { ...adasCase, plan: { ...plan, reviewedOn: '2026-05-01' } },
  ],
  [
    'a plan that was not agreed',
    { what: 'a plan that was not agreed', on: '2026-04-02' },
    { ...caseWithPlan, notAgreed: [{ decidedOn: '2026-04-02', reason: 'OTHER' as const }] },
  ],
])('%s can be what happened last in a case', (_, fact, state) => {
  expect(latestFact(state)).toEqual(fact);
});
