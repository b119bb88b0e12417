import { germanDay } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import { countedInARow, missedInARow } from '../../missed-in-a-row.ts';
import {
  asInvited,
  assertMayRecord,
  interviewOf,
  takesBack,
  withInterview,
  type OfInterview,
} from './invited-interview.ts';

/** The person did not come and gave no good reason (yet). Nothing follows from it by itself. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED. */
export function missInterview(
  known: Case,
  { interviewId, correction, missedOn, today }: OfInterview & { missedOn?: string },
): CaseDecision {
  const interview = interviewOf(known, interviewId);
  const on = factDay('missedOn', missedOn ?? interview.missedOn, today);
  if (interview.status === 'MISSED' && interview.missedOn === on) return { state: known, events: [] };
  assertMayRecord(known, interview, correction);
  assertNotBefore('missedOn', on, germanDay(new Date(interview.scheduledAt)));
  const state = withInterview(known, { ...asInvited(interview), status: 'MISSED', missedOn: on });
  const inARow = {
    missedInARow: missedInARow(state.interviews, interviewId),
    countedInARow: countedInARow(state.interviews, interviewId),
  };
  return {
    state,
    events: [
      {
        type: 'interview.missed',
        data: { ...ofCase(known), interviewId, missedOn: on, ...inARow, ...takesBack(interview) },
      },
    ],
  };
}
