import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import { ofPlacement, placementWith, type Placement, type PlacementDecision, type PlacementEnding } from '../../placement.ts';

export type EndPlacement = { endedOn: string; reason: PlacementEnding; today: string };

/** It is over, with a reason. Ending twice changes nothing. */
export function endPlacement(placement: Placement, { endedOn, reason, today }: EndPlacement): PlacementDecision {
  if (placement.ended) return { state: placement, events: [] };
  assertNotInFuture('endedOn', endedOn, today);
  assertNotBefore('endedOn', endedOn, placement.startedOn);
  // That somebody was ill is a fact of health: it stays here.
  const said = reason === 'ILLNESS' ? 'OTHER' : reason;
  return {
    state: placementWith({ ...placement, ended: { endedOn, reason } }),
    events: [{ type: 'integration.ended', data: { ...ofPlacement(placement), endedOn, reason: said } }],
  };
}
