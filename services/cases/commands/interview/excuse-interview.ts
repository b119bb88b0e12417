import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { ofCase, type Case, type CaseDecision, type ExcuseReason } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { assertStillInvited, interviewOf, withInterview } from './invited-interview.ts';

export type ExcuseInterview = { interviewId: string; reason: ExcuseReason; excusedOn?: string; today: string };

/** The person could not come for a good reason; also told afterwards, of a talk recorded as missed. Refused with INTERVIEW_ALREADY_CLOSED or CASE_CLOSED. */
export function excuseInterview(known: Case, { interviewId, reason, excusedOn, today }: ExcuseInterview): CaseDecision {
  const interview = interviewOf(known, interviewId);
  if (interview.status === 'EXCUSED') return { state: known, events: [] };
  if (interview.status === 'MISSED') assertCaseOpen(known);
  else assertStillInvited(known, interview);
  const on = factDay('excusedOn', excusedOn, today);
  assertNotBefore('excusedOn', on, interview.invitedOn);
  return {
    state: withInterview(known, { ...interview, status: 'EXCUSED', excusedOn: on, excuse: reason }),
    // That somebody was ill is a fact of health: it stays here.
    events: [{ type: 'interview.excused', data: { ...ofCase(known), interviewId, excusedOn: on, reason: reason === 'ILLNESS' ? 'OTHER' : reason } }],
  };
}
