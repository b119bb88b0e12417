import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const placementKinds = ['INSURED_JOB', 'TRAINING', 'SELF_EMPLOYMENT', 'MARGINAL', 'PUBLICLY_FUNDED'] as const;
export const placementEndings = ['BY_EMPLOYER', 'BY_PERSON', 'TEMPORARY_CONTRACT', 'TRIAL_PERIOD', 'ILLNESS', 'OTHER_WORK', 'OTHER'] as const;
export type PlacementKind = (typeof placementKinds)[number];
export type PlacementEnding = (typeof placementEndings)[number];
/** How long work is followed up, in months: aftercare lasts six (§16g SGB II), and so does the key figure on continuity. */
export const LAST_MONTH = 6;

/** Somebody has begun to work or to train. */
export type Placement = {
  id: string;
  personId: string;
  caseId: string;
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
  ended?: { endedOn: string; reason: PlacementEnding };
};

export type PlacementDecision = Decision<Placement, Extract<EmployerEvent, { type: `integration.${string}` }>>;

/** Publicly funded work (§§16d, 16i SGB II) and marginal work are no integration in the sense of §48a SGB II. */
export function countsAsIntegration(kind: PlacementKind): boolean {
  return kind !== 'PUBLICLY_FUNDED' && kind !== 'MARGINAL';
}

/** What every event about a placement says. */
export function ofPlacement({ id: placementId, employerId, personId, caseId }: Placement) {
  return { placementId, employerId, personId, caseId };
}
