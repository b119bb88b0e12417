import { ofPlacement, placementWith, saidFunding, type Placement, type PlacementDecision, type PlacementFacts } from '../../placement.ts';
import { assertNotInFuture } from '../assert-dates.ts';

/** The person begins to work or to train. Starting twice changes nothing. */
export function startPlacement(known: Placement | null, { placement, today }: { placement: PlacementFacts; today: string }): PlacementDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  return {
    state: placementWith(placement),
    events: [{ type: 'integration.started', data: { ...ofPlacement(placement), kind, subsidisedBy: saidFunding(subsidisedBy), startedOn, ...(proposalId !== undefined && { proposalId }) } }],
  };
}
