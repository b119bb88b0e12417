import { assertNotBefore, assertNotInFuture, earliestInCase } from '#shared/calendar/fact-day.ts';
import { isInstrumentOn } from '#shared/funding/instrument-codes.ts';
import { redactSubsidies } from '#shared/funding/redact.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  ofPlacement,
  placementWith,
  type Placement,
  type PlacementDecision,
  type PlacementFacts,
} from '../../placement.ts';
import { assertFundingFits } from './assert-funding-fits.ts';

/** `caseOpenedOn` is unknown where the opening was heard before its day was kept: then no day is too early. */
export type StartPlacement = { placement: PlacementFacts; caseOpenedOn: string | undefined; today: string };

/** The person begins to work or to train. Starting twice changes nothing. Refused with INSTRUMENT_NOT_IN_FORCE for a funding that the law did not have that day. */
export function startPlacement(
  known: Placement | null,
  { placement: told, caseOpenedOn, today }: StartPlacement,
): PlacementDecision {
  if (known) return { state: known, events: [] };
  const placement = { ...told, subsidisedBy: [...new Set(told.subsidisedBy)] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  if (caseOpenedOn !== undefined) assertNotBefore('startedOn', placement.startedOn, earliestInCase(caseOpenedOn));
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  const unknown = subsidisedBy.find((code) => !isInstrumentOn(code, startedOn));
  if (unknown !== undefined)
    throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${unknown} is not in force on ${startedOn}.`);
  assertFundingFits(placement);
  return {
    state: placementWith(placement),
    events: [
      {
        type: 'placement.started',
        data: {
          ...ofPlacement(placement),
          kind,
          subsidisedBy: redactSubsidies(subsidisedBy),
          startedOn,
          ...(proposalId !== undefined && { proposalId }),
        },
      },
    ],
  };
}
