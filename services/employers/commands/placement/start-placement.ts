import type { Placement, PlacementDecision } from '../../placement.ts';
import { ofPlacement } from '../../placement.ts';
import { assertNotInFuture } from '../assert-dates.ts';

/** The person begins to work or to train. Starting twice changes nothing. */
export function startPlacement(known: Placement | null, { placement, today }: { placement: Placement; today: string }): PlacementDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  return {
    state: placement,
    events: [{ type: 'integration.started', data: { ...ofPlacement(placement), kind, subsidisedBy, startedOn, ...(proposalId !== undefined && { proposalId }) } }],
  };
}
