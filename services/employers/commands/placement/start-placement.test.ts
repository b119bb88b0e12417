import { describe, expect, test } from '@jest/globals';
import { placementFacts, adasPlacementIds, testDay, ongoingPlacement } from '../../employers.fixture.ts';
import { startPlacement } from './start-placement.ts';

const step = { caseOpenedOn: undefined, placementsOfPerson: [], today: testDay };
const refusal = (code: string) => expect.objectContaining({ code });

describe('a person who begins to work', () => {
  test('is told with kind, funding and the proposal it came from', () => {
    const placement = { ...placementFacts, vacancyId: 'v-1', proposalId: 'pr-ada' };
    expect(startPlacement(null, { placement, ...step })).toEqual({
      state: { ...placement, continuityDueOn: '2026-03-01', ongoing: 'p-ada/e-1' },
      events: [
        {
          type: 'placement.started',
          data: {
            ...adasPlacementIds,
            kind: 'INSURED_JOB',
            subsidisedBy: ['P88_EGZ'],
            startedOn: '2026-01-31',
            proposalId: 'pr-ada',
          },
        },
      ],
    });
  });

  test('has a disability that no event tells of by the funding', () => {
    const { state, events } = startPlacement(null, {
      placement: { ...placementFacts, subsidisedBy: ['P90_EGZ_SB', 'P44_VB', 'P46_WORKPLACE'] },
      ...step,
    });
    expect([state.subsidisedBy, events[0]?.data]).toMatchObject([
      ['P90_EGZ_SB', 'P44_VB', 'P46_WORKPLACE'],
      { subsidisedBy: ['P44_VB'] },
    ]);
  });

  test.each([
    ['NOT_A_CODE', '2026-01-31'],
    ['P16I', '2018-12-31'],
  ])('is not paid for by %s on %s', (code, startedOn) => {
    expect(() =>
      startPlacement(null, { placement: { ...placementFacts, startedOn, subsidisedBy: ['P88_EGZ', code] }, ...step }),
    ).toThrow(refusal('INSTRUMENT_NOT_IN_FORCE'));
  });

  test('names each funding once, and none that does not pay for such work', () => {
    expect(
      startPlacement(null, { placement: { ...placementFacts, subsidisedBy: ['P88_EGZ', 'P88_EGZ'] }, ...step }).state
        .subsidisedBy,
    ).toEqual(['P88_EGZ']);
    expect(() =>
      startPlacement(null, { placement: { ...placementFacts, kind: 'MARGINAL', subsidisedBy: ['P16E'] }, ...step }),
    ).toThrow(refusal('FUNDING_DOES_NOT_FIT'));
  });

  test('is not paid for by what the law excludes', () => {
    const placement = { ...placementFacts, subsidisedBy: ['P16E', 'P88_EGZ'] };
    expect(() => startPlacement(null, { placement, ...step })).toThrow(refusal('FUNDING_EXCLUDED'));
  });

  test('begins once', () => {
    expect(startPlacement(ongoingPlacement, { placement: placementFacts, ...step })).toEqual({
      state: ongoingPlacement,
      events: [],
    });
  });

  test('begins in the case, or in the weeks that led to it', () => {
    const from = (startedOn: string, caseOpenedOn?: string) => () =>
      startPlacement(null, { placement: { ...placementFacts, startedOn }, ...step, caseOpenedOn });
    expect(from('2025-11-10', '2026-02-10')).not.toThrow();
    expect(from('2025-11-09', '2026-02-10')).toThrow(refusal('INVALID_INPUT'));
    expect(from('2014-01-02')).not.toThrow();
  });

  test('has not begun before the first day', () => {
    expect(() => startPlacement(null, { placement: { ...placementFacts, startedOn: '2026-03-11' }, ...step })).toThrow(
      refusal('INVALID_INPUT'),
    );
  });
});
