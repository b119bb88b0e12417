import { isDeepStrictEqual } from 'node:util';
import { lastOfWholeMonths } from '#shared/calendar/days.ts';
import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  assertNotWithdrawn,
  placementIds,
  derivePlacement,
  redactEnding,
  type Placement,
  type PlacementDecision,
  type PlacementEnding,
} from '../../placement/placement.ts';

export type EndPlacement = { endedOn: string; reason: PlacementEnding; seesHealth: boolean; today: string };

/**
 * It is over, with a reason. Ending twice changes nothing; another day or reason corrects what was recorded, and is said again.
 * Refused with CONTINUITY_CONFIRMED before the end of a month for which somebody confirmed that the work went on.
 */
export function endPlacement(
  placement: Placement,
  { endedOn, reason, seesHealth, today }: EndPlacement,
): PlacementDecision {
  assertNotWithdrawn(placement);
  const ended = { endedOn, reason: seesHealth ? reason : unlessHidden(placement, reason) };
  if (isDeepStrictEqual(placement.ended, ended)) return { state: placement, events: [] };
  assertNotInFuture('endedOn', endedOn, today);
  assertNotBefore('endedOn', endedOn, placement.startedOn);
  const confirmed = placement.confirmed.at(-1)?.month;
  if (confirmed !== undefined && endedOn < lastOfWholeMonths(placement.startedOn, confirmed)) {
    throw new Refusal(
      'CONTINUITY_CONFIRMED',
      `Month ${confirmed} was confirmed: the work lasted until ${lastOfWholeMonths(placement.startedOn, confirmed)} at least.`,
    );
  }
  return {
    state: derivePlacement({ ...placement, ended }),
    events: [
      { type: 'placement.ended', data: { ...placementIds(placement), endedOn, reason: redactEnding(ended.reason) } },
    ],
  };
}

/** Whoever reads another reason instead of the one that is kept, and repeats it, does not overwrite what they cannot see. */
function unlessHidden({ ended }: Placement, reason: PlacementEnding): PlacementEnding {
  return ended && reason === redactEnding(ended.reason) ? ended.reason : reason;
}
