import { CaseRefusal } from '../refusal.ts';
import { assertCaseOpen, type Case } from './case.ts';
import type { Interview } from './interview.ts';

/** What is said of an interview with every outcome; `correction` takes back what was recorded before by mistake. */
export type OutcomeInput = { interviewId: string; correction?: boolean; today: string };

/**
 * Refuses an outcome in a closed case, and a second one unless it takes back the first on purpose: two people who
 * record at once what became of an interview do not overwrite each other. Refused with INTERVIEW_ALREADY_CLOSED or
 * CASE_CLOSED.
 */
export function assertOutcomeOpen(state: Case, { status }: Interview, correction = false): void {
  assertCaseOpen(state);
  if (status !== 'INVITED' && !correction)
    throw new CaseRefusal(
      'INTERVIEW_ALREADY_CLOSED',
      `Of this interview it is recorded already that it was ${status}; \`correction: true\` takes that back.`,
    );
}

/** Returns the interview as it was when no more was known than the invitation; notes stay. */
export function asInvited({
  heldOn: _heldOn,
  missedOn: _missedOn,
  excusedOn: _excusedOn,
  excuse: _excuse,
  invitedTo,
  place,
  placeReason,
  ...interview
}: Interview): Interview {
  return {
    ...interview,
    status: 'INVITED',
    ...(invitedTo ?? { place, ...(placeReason !== undefined && { placeReason }) }),
  };
}

/** Returns what an event takes back of the outcome that was recorded before. */
export function takesBack({ status }: Interview): { takesBack?: Interview['status'] } {
  return status === 'INVITED' ? {} : { takesBack: status };
}
