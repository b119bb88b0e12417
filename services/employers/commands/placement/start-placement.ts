import { assertNotInFuture } from '#shared/fact-day.ts';
import { isInstrumentOn } from '#shared/funding/instrument-codes.ts';
import { saidSubsidies } from '#shared/funding/said-as.ts';
import { Refusal } from '#shared/refusal.ts';
import { ofPlacement, placementWith, type Placement, type PlacementDecision, type PlacementFacts } from '../../placement.ts';

/** The person begins to work or to train. Starting twice changes nothing. Refused with INSTRUMENT_NOT_IN_FORCE for a funding that the law did not have that day. */
export function startPlacement(known: Placement | null, { placement, today }: { placement: PlacementFacts; today: string }): PlacementDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  const unknown = subsidisedBy.find((code) => !isInstrumentOn(code, startedOn));
  if (unknown !== undefined) throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${unknown} is not in force on ${startedOn}.`);
  return {
    state: placementWith(placement),
    events: [{ type: 'integration.started', data: { ...ofPlacement(placement), kind, subsidisedBy: saidSubsidies(subsidisedBy), startedOn, ...(proposalId !== undefined && { proposalId }) } }],
  };
}
