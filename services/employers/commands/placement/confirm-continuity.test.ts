import { describe, expect, test } from '@jest/globals';
import { dayBefore } from '#shared/calendar/days.ts';
import { placementFacts, adasPlacementIds, ongoingPlacement } from '../../employers.fixture.ts';
import { derivePlacement, type Placement } from '../../placement/placement.ts';
import { confirmContinuity } from './confirm-continuity.ts';

const today = '2026-12-31';
const first = { month: 1, confirmedOn: '2026-03-02', today };
const afterOne = confirmContinuity(ongoingPlacement, first).state;

describe('a month of work that is confirmed', () => {
  test('is kept and told', () => {
    expect(confirmContinuity(ongoingPlacement, first)).toEqual({
      state: {
        ...ongoingPlacement,
        confirmed: [{ month: 1, confirmedOn: '2026-03-02' }],
        continuityDueOn: '2026-03-31',
      },
      events: [
        { type: 'placement.continuityConfirmed', data: { ...adasPlacementIds, month: 1, confirmedOn: '2026-03-02' } },
      ],
    });
  });

  test.each([
    ['2026-01-01', 1, '2026-02-01'],
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-03-01'],
    ['2025-08-31', 1, '2025-10-01'],
    ['2025-08-31', 6, '2026-03-01'],
  ])('is over the day after its last: work from %s on, month %i from %s on', (startedOn, month, from) => {
    const before = Array.from({ length: month - 1 }, (_, index) => ({ month: index + 1, confirmedOn: today }));
    const placement = derivePlacement({ ...placementFacts, startedOn, confirmed: before });
    expect(placement.continuityDueOn).toBe(from);
    expect(() => confirmContinuity(placement, { month, confirmedOn: dayBefore(from), today })).toThrow(
      expect.objectContaining({ code: 'CONTINUITY_TOO_EARLY', message: expect.stringContaining(from) }),
    );
    expect(confirmContinuity(placement, { month, confirmedOn: from, today }).state.confirmed).toHaveLength(month);
  });

  test('is the last of a contract for six months', () => {
    const ended = {
      ...placementFacts,
      startedOn: '2026-01-01',
      ended: { endedOn: '2026-06-30', reason: 'TEMPORARY_CONTRACT' as const },
    };
    const months = [1, 2, 3, 4, 5, 6].reduce<Placement>(
      (placement, month) => confirmContinuity(placement, { month, confirmedOn: '2026-07-01', today }).state,
      ended,
    );
    expect(months.confirmed).toHaveLength(6);
  });

  test('can be confirmed after the work ended, when it lasted so long', () => {
    const ended = { ...placementFacts, ended: { endedOn: '2026-02-28', reason: 'OTHER' as const } };
    expect(confirmContinuity(ended, first).state.confirmed).toHaveLength(1);
  });

  test('is the last one after half a year: nothing is due any more', () => {
    const months = [1, 2, 3, 4, 5, 6].reduce(
      (placement, month) => confirmContinuity(placement, { month, confirmedOn: '2026-12-01', today }).state,
      ongoingPlacement,
    );
    expect([months.confirmed.length, months.continuityDueOn, months.ongoing]).toEqual([6, undefined, 'p-ada/e-1']);
  });

  test('makes no event the second time', () => {
    expect(confirmContinuity(afterOne, { ...first, confirmedOn: '2026-05-01' })).toEqual({
      state: afterOne,
      events: [],
    });
  });

  test.each([
    {
      name: 'before the months that come first',
      code: 'CONTINUITY_OUT_OF_ORDER',
      placement: ongoingPlacement,
      month: { ...first, month: 2 },
    },
    {
      name: 'for a month in which the work had ended',
      code: 'PLACEMENT_ENDED',
      placement: { ...placementFacts, ended: { endedOn: '2026-02-27', reason: 'OTHER' as const } },
      month: { ...first, month: 2 },
    },
    {
      name: 'for a month that the work did not last',
      code: 'PLACEMENT_ENDED',
      placement: { ...placementFacts, ended: { endedOn: '2026-02-27', reason: 'OTHER' as const } },
      month: { ...first, confirmedOn: '2026-02-27' },
    },
    {
      name: 'for a month within which the trial period ended',
      code: 'PLACEMENT_ENDED',
      placement: { ...placementFacts, ended: { endedOn: '2026-02-15', reason: 'TRIAL_PERIOD' as const } },
      month: first,
    },
    {
      name: 'after the sixth month',
      code: 'INVALID_INPUT',
      placement: ongoingPlacement,
      month: { ...first, month: 7 },
    },
    {
      name: 'before the first month',
      code: 'INVALID_INPUT',
      placement: ongoingPlacement,
      month: { ...first, month: 0 },
    },
    {
      name: 'on a day to come',
      code: 'INVALID_INPUT',
      placement: ongoingPlacement,
      month: { ...first, confirmedOn: '2027-01-01' },
    },
  ])('is refused $name: $code', ({ code, placement, month }) => {
    expect(() => confirmContinuity(placement, month)).toThrow(expect.objectContaining({ code }));
  });
});
