import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWithPlan, closedCase, plan } from '../../cases.fixture.ts';
import { updatePlan } from './update-plan.ts';

const papers = { newId: 's-9', what: 'Bring the papers up to date', owner: 'PERSON' as const, dueOn: '2026-04-20' };
const trial = { newId: 's-2', what: 'Ask for trial work', owner: 'JOB_CENTRE' as const, dueOn: '2026-06-01' };
const updating = {
  goal: { kind: 'TRAINING' as const, text: 'Training in care' },
  steps: [{ ...papers, id: 's-1' }, trial],
  updatedOn: '2026-05-04',
  today: casesToday,
};
const [first] = plan.versions;
const papersDone = {
  id: 's-1',
  what: papers.what,
  owner: papers.owner,
  dueOn: papers.dueOn,
  status: 'DONE' as const,
  changedOn: '2026-04-10',
};
const handedOver = {
  ...caseWithPlan,
  plan: {
    ...plan,
    versions: plan.versions.map((version) => ({ ...version, steps: [papersDone], handedOverOn: '2026-04-02' })),
  },
};

describe('updating a plan', () => {
  test('adds a version, keeps the old one readable, and goes on with its steps', () => {
    const { state, events } = updatePlan(handedOver, updating);
    expect(state.plan).toEqual({
      ...plan,
      reviewDueOn: '2026-11-04',
      versions: [
        { ...first, steps: [papersDone], handedOverOn: '2026-04-02' },
        {
          version: 2,
          from: '2026-05-04',
          goal: updating.goal,
          steps: [papersDone, { id: 's-2', what: trial.what, owner: trial.owner, dueOn: trial.dueOn, status: 'OPEN' }],
        },
      ],
    });
    expect(events).toEqual([
      adasEvent('plan.updated', { planId: 'plan-1', version: 2, updatedOn: '2026-05-04', reviewDueOn: '2026-11-04' }),
    ]);
  });

  test('to what it says already changes nothing', () => {
    expect(
      updatePlan(handedOver, {
        goal: plan.versions[0]?.goal ?? updating.goal,
        steps: [{ ...papers, id: 's-1' }],
        updatedOn: '2026-05-04',
        today: casesToday,
      }),
    ).toEqual({ state: handedOver, events: [] });
  });

  test('agreed before July 2026 holds an offer in its first version from then on', () => {
    const inJuly = { ...updating, updatedOn: '2026-07-01', steps: [{ ...papers, id: 's-1' }] };
    expect(() => updatePlan(caseWithPlan, inJuly)).toThrow(expect.objectContaining({ code: 'OFFER_REQUIRED' }));
    expect(
      updatePlan(caseWithPlan, { ...inJuly, offer: { kind: 'PLACEMENT', text: 'Proposals of care homes' } }).state.plan
        ?.versions[1],
    ).toMatchObject({ from: '2026-07-01', offer: { kind: 'PLACEMENT' } });
    // Nothing new is agreed by saying the same once more.
    expect(updatePlan(caseWithPlan, { ...inJuly, goal: first?.goal ?? updating.goal })).toEqual({
      state: caseWithPlan,
      events: [],
    });
  });

  test('entered later does not bring the next review forward', () => {
    const reviewed = { ...caseWithPlan, plan: { ...plan, reviewedOn: '2026-08-01', reviewDueOn: '2027-02-01' } };
    expect(updatePlan(reviewed, updating).state.plan?.reviewDueOn).toBe('2027-02-01');
  });

  test.each([
    ['where there is none', 'NO_PLAN', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, plan }, {}],
    ['with a step of no version', 'NOT_FOUND', caseWithPlan, { steps: [{ ...papers, id: 's-7' }] }],
    [
      'with a step that is named twice',
      'INVALID_INPUT',
      caseWithPlan,
      {
        steps: [
          { ...papers, id: 's-1' },
          { ...papers, id: 's-1' },
        ],
      },
    ],
    ['with a new step that is due before the version', 'INVALID_INPUT', caseWithPlan, { steps: [papers] }],
    ['for a day before the last version', 'INVALID_INPUT', caseWithPlan, { updatedOn: '2026-03-31' }],
    ['for a day to come', 'INVALID_INPUT', caseWithPlan, { updatedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => updatePlan(state, { ...updating, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
