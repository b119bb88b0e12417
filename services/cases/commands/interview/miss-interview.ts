import { germanDay } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { asInvited, assertOutcomeOpen, takesBack, type OutcomeInput } from '../../case/interview-outcome.ts';
import { interviewIn, replaceInterview } from '../../case/interview.ts';
import { countedInARow, missedInARow } from '../../case/missed-in-a-row.ts';

export type MissInterview = OutcomeInput & { missedOn?: string };

/**
 * Records that the person did not come and gave no good reason (yet). Nothing follows from it by itself.
 * Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED.
 */
export function missInterview(state: Case, { interviewId, correction, missedOn, today }: MissInterview): CaseDecision {
  const interview = interviewIn(state, interviewId);
  const on = factDay('missedOn', missedOn ?? interview.missedOn, today);
  if (interview.status === 'MISSED' && interview.missedOn === on) return { state, events: [] };
  assertOutcomeOpen(state, interview, correction);
  assertNotBefore('missedOn', on, germanDay(new Date(interview.scheduledAt)));
  const interviews = replaceInterview(state.interviews, { ...asInvited(interview), status: 'MISSED', missedOn: on });
  const inARow = {
    missedInARow: missedInARow(interviews, interviewId),
    countedInARow: countedInARow(interviews, interviewId),
  };
  return {
    state: { ...state, interviews },
    events: [
      {
        type: 'interview.missed',
        data: { ...ofCase(state), interviewId, missedOn: on, ...inARow, ...takesBack(interview) },
      },
    ],
  };
}
