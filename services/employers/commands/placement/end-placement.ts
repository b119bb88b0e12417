import { isDeepStrictEqual } from 'node:util';
import { lastOfWholeMonths } from '#shared/calendar/days.ts';
import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  assertNotWithdrawn,
  placementIds,
  derivePlacement,
  redactEnding,
  type Placement,
  type PlacementDecision,
  type PlacementEnding,
} from '../../placement/placement.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type EndPlacement = { endedOn: string; reason: PlacementEnding; seesHealth: boolean; today: string };

/**
 * Ends a placement, with a reason. Ending twice changes nothing; another day or reason corrects what was recorded, and
 * is told again. Refused with CONTINUITY_CONFIRMED before the end of a month for which it was confirmed that the work
 * went on.
 */
export function endPlacement(
  placement: Placement,
  { endedOn, reason, seesHealth, today }: EndPlacement,
): PlacementDecision {
  assertNotWithdrawn(placement);
  const ended = { endedOn, reason: seesHealth ? reason : reasonUnlessHidden(placement, reason) };
  if (isDeepStrictEqual(placement.ended, ended)) return { state: placement, events: [] };
  assertNotInFuture('endedOn', endedOn, today);
  assertNotBefore('endedOn', endedOn, placement.startedOn);
  assertAfterConfirmed(placement, endedOn);
  return {
    state: derivePlacement({ ...placement, ended }),
    events: [
      { type: 'placement.ended', data: { ...placementIds(placement), endedOn, reason: redactEnding(ended.reason) } },
    ],
  };
}

function assertAfterConfirmed({ startedOn, confirmed }: Placement, endedOn: string): void {
  const month = confirmed.at(-1)?.month;
  if (month === undefined) return;
  const lastDay = lastOfWholeMonths(startedOn, month);
  if (endedOn < lastDay)
    throw new EmployerRefusal(
      'CONTINUITY_CONFIRMED',
      `Month ${month} was confirmed: the work lasted until ${lastDay} at least.`,
    );
}

/**
 * Returns the reason to keep. The employer service reads OTHER instead of an illness: when it repeats that, it does not
 * overwrite what it cannot see.
 */
function reasonUnlessHidden({ ended }: Placement, reason: PlacementEnding): PlacementEnding {
  return ended && reason === redactEnding(ended.reason) ? ended.reason : reason;
}
