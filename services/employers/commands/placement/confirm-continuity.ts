import { dayAfter, lastOfWholeMonths } from '#shared/calendar/days.ts';
import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  assertNotWithdrawn,
  LAST_MONTH,
  placementIds,
  derivePlacement,
  type Placement,
  type PlacementDecision,
} from '../../placement/placement.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type ConfirmContinuity = { month: number; confirmedOn: string; today: string };

/**
 * Confirms that the person still worked there in a month, one month after the other. A month that is over can be
 * confirmed late, also after the end of the work.
 */
export function confirmContinuity(
  placement: Placement,
  { month, confirmedOn, today }: ConfirmContinuity,
): PlacementDecision {
  assertNotWithdrawn(placement);
  if (placement.confirmed.some((each) => each.month === month)) return { state: placement, events: [] };
  if (month < 1 || month > LAST_MONTH)
    throw new EmployerRefusal('INVALID_INPUT', `must be from 1 to ${LAST_MONTH}.`, 'month');
  const last = lastOfWholeMonths(placement.startedOn, month);
  if (placement.ended && placement.ended.endedOn < last)
    throw new EmployerRefusal(
      'PLACEMENT_ENDED',
      `The work ended on ${placement.ended.endedOn}, before month ${month} was over.`,
    );
  const next = placement.confirmed.length + 1;
  if (month !== next) throw new EmployerRefusal('CONTINUITY_OUT_OF_ORDER', `Month ${next} is confirmed next.`);
  assertNotInFuture('confirmedOn', confirmedOn, today);
  if (confirmedOn <= last)
    throw new EmployerRefusal('CONTINUITY_TOO_EARLY', `Month ${month} can be confirmed from ${dayAfter(last)} on.`);
  return {
    state: derivePlacement({ ...placement, confirmed: [...placement.confirmed, { month, confirmedOn }] }),
    events: [{ type: 'placement.continuityConfirmed', data: { ...placementIds(placement), month, confirmedOn } }],
  };
}
