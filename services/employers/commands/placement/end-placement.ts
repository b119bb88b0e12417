import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import { assertNotWithdrawn, ofPlacement, placementWith, saidEnding, type Placement, type PlacementDecision, type PlacementEnding } from '../../placement.ts';

export type EndPlacement = { endedOn: string; reason: PlacementEnding; today: string };

/** It is over, with a reason. Ending twice changes nothing. */
export function endPlacement(placement: Placement, { endedOn, reason, today }: EndPlacement): PlacementDecision {
  assertNotWithdrawn(placement);
  if (placement.ended) return { state: placement, events: [] };
  assertNotInFuture('endedOn', endedOn, today);
  assertNotBefore('endedOn', endedOn, placement.startedOn);
  return {
    state: placementWith({ ...placement, ended: { endedOn, reason } }),
    events: [{ type: 'integration.ended', data: { ...ofPlacement(placement), endedOn, reason: saidEnding(reason) } }],
  };
}
