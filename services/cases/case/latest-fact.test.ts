import { expect, test } from '@jest/globals';
import { adasCase, caseWith, caseWithPlan, talk, invitation, plan } from '../cases.fixture.ts';
import { latestFact } from './latest-fact.ts';

test.each([
  [undefined, adasCase],
  [{ what: 'an invitation', on: '2026-03-01' }, caseWith(invitation)],
  [{ what: 'a talk', on: '2026-03-10' }, caseWith(talk, { ...invitation, id: 'i-2' })],
  [{ what: 'a missed talk', on: '2026-03-11' }, caseWith({ ...invitation, status: 'MISSED', missedOn: '2026-03-11' })],
  [
    { what: 'an assessment', on: '2026-03-12' },
    {
      ...caseWith(talk),
      assessments: [{ id: 'a-1', assessedOn: '2026-03-12', strengths: [], obstacles: [] }],
    },
  ],
  [{ what: 'version 1 of the plan', on: '2026-04-01' }, caseWithPlan],
  [
    { what: 'a review of the plan', on: '2026-05-01' },
    { ...adasCase, plan: { ...plan, reviewedOn: '2026-05-01' } },
  ],
  [
    { what: 'a plan that was not agreed', on: '2026-04-02' },
    { ...caseWithPlan, notAgreed: [{ decidedOn: '2026-04-02', reason: 'OTHER' as const }] },
  ],
])('what happened last is %j', (fact, known) => {
  expect(latestFact(known)).toEqual(fact);
});
