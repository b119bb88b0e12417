import { assertNotBefore, assertNotInFuture, earliestInCase } from '#shared/calendar/fact-day.ts';
import { isInstrumentOn } from '#shared/funding/instrument-codes.ts';
import { redactSubsidies } from '#shared/funding/redact.ts';
import {
  placementIds,
  derivePlacement,
  type Placement,
  type PlacementDecision,
  type PlacementFacts,
} from '../../placement/placement.ts';
import { assertNotExcluded } from '../../placement/exclusion.ts';
import { assertFundingFits } from '../../placement/funding.ts';
import { EmployerRefusal } from '../../refusal.ts';

/** `caseOpenedOn` is unknown where the opening was heard before its day was kept: then no day is too early. */
export type StartPlacement = {
  placement: PlacementFacts;
  caseOpenedOn: string | undefined;
  /** All work of the person that is known here. */
  placementsOfPerson: readonly Placement[];
  today: string;
};

/**
 * Starts work or training of a person. Starting twice changes nothing. Refused with INSTRUMENT_NOT_IN_FORCE for a
 * funding that the law did not have that day.
 */
export function startPlacement(
  existing: Placement | null,
  { placement: facts, caseOpenedOn, placementsOfPerson, today }: StartPlacement,
): PlacementDecision {
  if (existing) return { state: existing, events: [] };
  const placement = { ...facts, subsidisedBy: [...new Set(facts.subsidisedBy)] };
  assertNotInFuture('startedOn', placement.startedOn, today);
  if (caseOpenedOn !== undefined) assertNotBefore('startedOn', placement.startedOn, earliestInCase(caseOpenedOn));
  const { kind, subsidisedBy, startedOn, proposalId } = placement;
  const notInForce = subsidisedBy.find((code) => !isInstrumentOn(code, startedOn));
  if (notInForce !== undefined)
    throw new EmployerRefusal('INSTRUMENT_NOT_IN_FORCE', `${notInForce} is not in force on ${startedOn}.`);
  assertFundingFits(placement);
  assertNotExcluded(placement, placementsOfPerson);
  return {
    state: derivePlacement(placement),
    events: [
      {
        type: 'placement.started',
        data: {
          ...placementIds(placement),
          kind,
          subsidisedBy: redactSubsidies(subsidisedBy),
          startedOn,
          ...(proposalId !== undefined && { proposalId }),
        },
      },
    ],
  };
}
