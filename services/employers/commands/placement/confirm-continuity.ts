import { dayAfter, lastOfWholeMonths } from '#shared/calendar/days.ts';
import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  assertNotWithdrawn,
  LAST_MONTH,
  placementIds,
  derivePlacement,
  type Placement,
  type PlacementDecision,
} from '../../placement/placement.ts';

export type ConfirmContinuity = { month: number; confirmedOn: string; today: string };

/** The person still works there, month by month. A month that is over can be confirmed late, also after the end of the work. */
export function confirmContinuity(
  placement: Placement,
  { month, confirmedOn, today }: ConfirmContinuity,
): PlacementDecision {
  assertNotWithdrawn(placement);
  if (placement.confirmed.some((each) => each.month === month)) return { state: placement, events: [] };
  if (month < 1 || month > LAST_MONTH) throw new Refusal('INVALID_INPUT', `month: must be from 1 to ${LAST_MONTH}.`);
  const last = lastOfWholeMonths(placement.startedOn, month);
  if (placement.ended && placement.ended.endedOn < last)
    throw new Refusal(
      'PLACEMENT_ENDED',
      `The work ended on ${placement.ended.endedOn}, before month ${month} was over.`,
    );
  const next = placement.confirmed.length + 1;
  if (month !== next) throw new Refusal('CONTINUITY_OUT_OF_ORDER', `Month ${next} is confirmed next.`);
  assertNotInFuture('confirmedOn', confirmedOn, today);
  if (confirmedOn <= last)
    throw new Refusal('CONTINUITY_TOO_EARLY', `Month ${month} can be confirmed from ${dayAfter(last)} on.`);
  return {
    state: derivePlacement({ ...placement, confirmed: [...placement.confirmed, { month, confirmedOn }] }),
    events: [{ type: 'placement.continuityConfirmed', data: { ...placementIds(placement), month, confirmedOn } }],
  };
}
