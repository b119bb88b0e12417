import type { LongerReason } from '../instruments/longer.ts';

/** How far a person has come with a measure, in the order of the steps. */
export const enrolmentStatuses = ['PROPOSED', 'AGREED', 'STARTED', 'ENDED', 'WITHDRAWN'] as const;
export type EnrolmentStatus = (typeof enrolmentStatuses)[number];

export const enrolmentOutcomes = [
  'COMPLETED',
  'CERTIFIED',
  'FOUND_WORK',
  'FOUND_TRAINING',
  'DISCONTINUED',
  'EXCLUDED',
  'NEED_ENDED',
] as const;
export type EnrolmentOutcome = (typeof enrolmentOutcomes)[number];

export const enrolmentWithdrawalReasons = [
  'FOUND_WORK',
  'OTHER_MEASURE',
  'NOT_SUITABLE',
  'PERSONAL',
  'MEASURE_CANCELLED',
  'NEED_ENDED',
] as const;
export type EnrolmentWithdrawalReason = (typeof enrolmentWithdrawalReasons)[number];

/** One person in one measure, from the proposal to the end. */
export type Enrolment = {
  id: string;
  personId: string;
  caseId: string;
  status: EnrolmentStatus;
  proposedOn?: string | undefined;
  /** Day of the grant, whose law stays until the time ends (§66 SGB II). */
  agreedOn?: string | undefined;
  /** The state of the law of the grant, as `CODE@validFrom`; absent on what was granted before it was kept. */
  grantedUnder?: string | undefined;
  /** Why the person has more time than the law gives as a rule, and since when. */
  longer?: { reason: LongerReason; grantedOn: string } | undefined;
  startedOn?: string | undefined;
  endedOn?: string | undefined;
  outcome?: EnrolmentOutcome | undefined;
  withdrawnOn?: string | undefined;
  withdrawalReason?: EnrolmentWithdrawalReason | undefined;
};

/** True for an agreed or running enrolment: a proposal holds no place, and an ended or withdrawn one gives it back. */
export function holdsPlace({ status }: Pick<Enrolment, 'status'>): boolean {
  return status === 'AGREED' || status === 'STARTED';
}
