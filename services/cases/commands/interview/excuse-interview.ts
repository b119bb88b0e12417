import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { asInvited, assertOutcomeOpen, takesBack, type OutcomeInput } from '../../case/interview-outcome.ts';
import { interviewIn, replaceInterview, type Interview } from '../../case/interview.ts';

export type ExcuseInterview = OutcomeInput & { reason: NonNullable<Interview['excuse']>; excusedOn?: string };

/**
 * Records that the person could not come for a good reason; also told afterwards, of a talk recorded as missed.
 * Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED.
 */
export function excuseInterview(
  state: Case,
  { interviewId, correction, reason, excusedOn, today }: ExcuseInterview,
): CaseDecision {
  const interview = interviewIn(state, interviewId);
  const on = factDay('excusedOn', excusedOn ?? interview.excusedOn, today);
  if (interview.status === 'EXCUSED' && interview.excuse === reason && interview.excusedOn === on)
    return { state, events: [] };
  // A good reason is often told afterwards: that is no mistake to be corrected.
  assertOutcomeOpen(state, interview, correction === true || interview.status === 'MISSED');
  assertNotBefore('excusedOn', on, interview.invitedOn);
  const former = interview.status === 'HELD' ? asInvited(interview) : interview;
  const excused = { ...former, status: 'EXCUSED' as const, excusedOn: on, excuse: reason };
  // That somebody was ill is a fact of health: it stays here.
  const codeOutside = reason === 'ILLNESS' ? 'OTHER' : reason;
  return {
    state: { ...state, interviews: replaceInterview(state.interviews, excused) },
    events: [
      {
        type: 'interview.excused',
        data: { ...ofCase(state), interviewId, excusedOn: on, reason: codeOutside, ...takesBack(interview) },
      },
    ],
  };
}
