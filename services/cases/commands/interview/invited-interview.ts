import { Refusal } from '#shared/refusal.ts';
import type { Case, Interview } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';

export function interviewOf({ interviews }: Case, interviewId: string): Interview {
  const interview = interviews.find(({ id }) => id === interviewId);
  if (!interview) throw new Refusal('NOT_FOUND', 'The interview was not found.');
  return interview;
}

/** An interview of which nothing was recorded yet, in an open case. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED. */
export function assertStillInvited(known: Case, { status }: Interview): void {
  assertCaseOpen(known);
  if (status !== 'INVITED') throw new Refusal('INTERVIEW_ALREADY_CLOSED', 'What became of this interview is recorded already.');
}

export function withInterview(known: Case, interview: Interview): Case {
  return { ...known, interviews: known.interviews.map((each) => (each.id === interview.id ? interview : each)) };
}
