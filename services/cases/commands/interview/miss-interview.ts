import { germanDay } from '#shared/days.ts';
import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import { missedInARow } from '../../missed-in-a-row.ts';
import { assertStillInvited, interviewOf, withInterview } from './invited-interview.ts';

/** The person did not come and gave no good reason (yet). Nothing follows from it by itself. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED. */
export function missInterview(known: Case, { interviewId, missedOn, today }: { interviewId: string; missedOn?: string; today: string }): CaseDecision {
  const interview = interviewOf(known, interviewId);
  if (interview.status === 'MISSED') return { state: known, events: [] };
  assertStillInvited(known, interview);
  const on = factDay('missedOn', missedOn, today);
  assertNotBefore('missedOn', on, germanDay(new Date(interview.scheduledAt)));
  const state = withInterview(known, { ...interview, status: 'MISSED', missedOn: on });
  return { state, events: [{ type: 'interview.missed', data: { ...ofCase(known), interviewId, missedOn: on, missedInARow: missedInARow(state.interviews, interviewId) } }] };
}
