import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision, type ExcuseReason } from '../../case.ts';
import {
  asInvited,
  assertMayRecord,
  interviewOf,
  takesBack,
  withInterview,
  type OfInterview,
} from './invited-interview.ts';

export type ExcuseInterview = OfInterview & { reason: ExcuseReason; excusedOn?: string };

/** The person could not come for a good reason; also told afterwards, of a talk recorded as missed. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED. */
export function excuseInterview(
  known: Case,
  { interviewId, correction, reason, excusedOn, today }: ExcuseInterview,
): CaseDecision {
  const interview = interviewOf(known, interviewId);
  const on = factDay('excusedOn', excusedOn ?? interview.excusedOn, today);
  if (interview.status === 'EXCUSED' && interview.excuse === reason && interview.excusedOn === on)
    return { state: known, events: [] };
  // A good reason is often told afterwards: that is no mistake to be corrected.
  assertMayRecord(known, interview, correction === true || interview.status === 'MISSED');
  assertNotBefore('excusedOn', on, interview.invitedOn);
  const before = interview.status === 'HELD' ? asInvited(interview) : interview;
  return {
    state: withInterview(known, { ...before, status: 'EXCUSED', excusedOn: on, excuse: reason }),
    // That somebody was ill is a fact of health: it stays here.
    events: [
      {
        type: 'interview.excused',
        data: {
          ...ofCase(known),
          interviewId,
          excusedOn: on,
          reason: reason === 'ILLNESS' ? 'OTHER' : reason,
          ...takesBack(interview),
        },
      },
    ],
  };
}
