import { Refusal } from '#shared/refusal.ts';
import type { Case, Interview } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';

/** What is recorded of an interview; `correction` takes back what was recorded before by mistake. */
export type OfInterview = { interviewId: string; correction?: boolean; today: string };

export function interviewOf({ interviews }: Case, interviewId: string): Interview {
  const interview = interviews.find(({ id }) => id === interviewId);
  if (!interview) throw new Refusal('NOT_FOUND', 'The interview was not found.');
  return interview;
}

/**
 * An interview of which nothing was recorded yet, in an open case, or of which that is taken back on purpose: two people who
 * record at once what became of it do not overwrite each other. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED.
 */
export function assertMayRecord(known: Case, { status }: Interview, correction = false): void {
  assertCaseOpen(known);
  if (status !== 'INVITED' && !correction)
    throw new Refusal(
      'INTERVIEW_ALREADY_CLOSED',
      `Of this interview it is recorded already that it was ${status}; \`correction: true\` takes that back.`,
    );
}

/** The interview as it was when no more was known than the invitation; notes stay. */
export function asInvited({
  heldOn: _held,
  missedOn: _missed,
  excusedOn: _excused,
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

/** What an event takes back of what was said about the interview before. */
export function takesBack({ status }: Interview): { takesBack?: Interview['status'] } {
  return status === 'INVITED' ? {} : { takesBack: status };
}

export function withInterview(known: Case, interview: Interview): Case {
  return { ...known, interviews: known.interviews.map((each) => (each.id === interview.id ? interview : each)) };
}
