import {
  placementIds,
  derivePlacement,
  type Placement,
  type PlacementDecision,
  type PlacementWithdrawal,
} from '../../placement/placement.ts';

/**
 * Withdraws a placement that should not have been recorded, or to which the person never came: it counts nowhere any
 * more, and the proposal it came from can be corrected. What really happened is recorded anew. Twice changes nothing.
 */
export function withdrawPlacement(
  placement: Placement,
  { reason, today }: { reason: PlacementWithdrawal; today: string },
): PlacementDecision {
  if (placement.withdrawn) return { state: placement, events: [] };
  const withdrawn = { withdrawnOn: today, reason };
  return {
    state: derivePlacement({ ...placement, withdrawn }),
    events: [{ type: 'placement.withdrawn', data: { ...placementIds(placement), ...withdrawn } }],
  };
}
