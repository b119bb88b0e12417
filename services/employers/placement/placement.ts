import type { EmployerEvent } from '#shared/contracts/employers.ts';
import { dayAfter, lastOfWholeMonths } from '#shared/calendar/days.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';
import { EmployerRefusal } from '../refusal.ts';

export const placementKinds = ['INSURED_JOB', 'TRAINING', 'SELF_EMPLOYMENT', 'MARGINAL', 'PUBLICLY_FUNDED'] as const;
export const placementEndings = [
  'BY_EMPLOYER',
  'BY_PERSON',
  'TEMPORARY_CONTRACT',
  'TRIAL_PERIOD',
  'ILLNESS',
  'OTHER_WORK',
  'OTHER',
] as const;
/** Why a placement does not count: it should not have been recorded, or the person never came to work. */
export const placementWithdrawals = ['MISTAKE', 'NEVER_BEGUN'] as const;
export type PlacementKind = (typeof placementKinds)[number];
export type PlacementEnding = (typeof placementEndings)[number];
export type PlacementWithdrawal = (typeof placementWithdrawals)[number];

/** How many months work is followed up: aftercare lasts six (§16g SGB II), and so does the key figure on continuity. */
export const LAST_MONTH = 6;

/** Work or training that a person has begun. */
export type Placement = {
  id: string;
  personId: string;
  caseId: string;
  /** Of the case in which it began; absent on what was recorded before it was kept. */
  municipality?: string;
  employerId: string;
  vacancyId?: string;
  proposalId?: string;
  kind: PlacementKind;
  /** Codes of funding instruments, e.g. `P88_EGZ`. */
  subsidisedBy: string[];
  hoursPerWeek: number;
  startedOn: string;
  /** Months for which the employment was confirmed, in order from 1; at most 6. */
  confirmed: { month: number; confirmedOn: string }[];
  /** The day from which the next month can be confirmed; absent after the last one and after the end. Derived. */
  continuityDueOn?: string;
  ended?: { endedOn: string; reason: PlacementEnding };
  /** Taken back: it counts nowhere, and nothing can be done with it any more. */
  withdrawn?: { withdrawnOn: string; reason: PlacementWithdrawal };
  /** Person and employer while the work goes on: unique in the store, so that nobody begins twice there. Derived. */
  ongoing?: string;
};

export type PlacementFacts = Omit<Placement, 'continuityDueOn' | 'ongoing'>;

export type PlacementDecision = Decision<Placement, Extract<EmployerEvent, { type: `placement.${string}` }>>;

/** Returns the placement of these facts, with what is derived from them. */
export function derivePlacement({
  continuityDueOn: _dueBefore,
  ongoing: _ongoingBefore,
  ...facts
}: Placement): Placement {
  if (facts.ended || facts.withdrawn) return facts;
  const month = monthToConfirm(facts);
  return {
    ...facts,
    // Months of work begin with its first day (§187(2), §188(2) BGB); the day after the last one can be confirmed.
    ...(month !== undefined && { continuityDueOn: dayAfter(lastOfWholeMonths(facts.startedOn, month)) }),
    ongoing: `${facts.personId}/${facts.employerId}`,
  };
}

/** Returns the month that is confirmed next; undefined after the last one, after the end and once it was withdrawn. */
export function monthToConfirm({
  confirmed,
  ended,
  withdrawn,
}: Pick<Placement, 'confirmed' | 'ended' | 'withdrawn'>): number | undefined {
  const month = confirmed.length + 1;
  return ended || withdrawn || month > LAST_MONTH ? undefined : month;
}

/**
 * Returns the reason as events and the employer service read it: illness is a fact of health, and stays with the care
 * team.
 */
export function redactEnding(reason: PlacementEnding): PlacementEnding {
  return reason === 'ILLNESS' ? 'OTHER' : reason;
}

/** Refuses to go on with a placement that was withdrawn. */
export function assertNotWithdrawn({ withdrawn }: Placement): void {
  if (withdrawn) throw new EmployerRefusal('PLACEMENT_WITHDRAWN', 'The placement was withdrawn; record a new one.');
}

/** A condition of the store: placements that count. */
export const notWithdrawn: Where = { 'withdrawn.reason': null };

/** The ids that every event about a placement carries. */
export function placementIds({ id: placementId, employerId, personId, caseId }: PlacementFacts) {
  return { placementId, employerId, personId, caseId };
}
