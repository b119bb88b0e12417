import { Refusal } from '#shared/refusal.ts';
import { germanDay } from '#shared/request.ts';
import { ofCase, type Case, type CaseDecision, type Interview, type Place } from '../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';
import { assertNotInFuture } from './assert-dates.ts';

export type InviteToInterview = { interviewId: string; scheduledAt: string; place: Place; placeReason?: string; invitedOn: string; today: string };

/** From this day on the first talk is held in person in the job centre; another place needs a reason (§15(4) SGB II). */
const FIRST_TALK_IN_JOB_CENTRE_FROM = '2026-07-01';

/** An invitation to a talk. Refused with PLACE_REASON_REQUIRED or CASE_CLOSED. */
export function inviteToInterview(known: Case, { interviewId: id, scheduledAt, place, placeReason, invitedOn, today }: InviteToInterview): CaseDecision {
  assertCaseOpen(known);
  if (known.interviews.some((interview) => interview.id === id)) return { state: known, events: [] };
  const scheduledOn = germanDay(new Date(scheduledAt));
  assertNotInFuture('invitedOn', invitedOn, today);
  if (scheduledOn < invitedOn) throw new Refusal('INVALID_INPUT', 'scheduledAt: must not be before the invitation.');
  const first = !known.interviews.some(({ status }) => status === 'HELD');
  if (first && scheduledOn >= FIRST_TALK_IN_JOB_CENTRE_FROM && place !== 'JOB_CENTRE' && !placeReason?.trim()) {
    throw new Refusal('PLACE_REASON_REQUIRED', 'The first talk is held in the job centre (§15(4) SGB II); another place needs a reason.');
  }
  const interview: Interview = { id, status: 'INVITED', scheduledAt, invitedOn, place, ...(placeReason !== undefined && { placeReason }) };
  return {
    state: { ...known, interviews: [...known.interviews, interview] },
    events: [{ type: 'interview.invited', data: { ...ofCase(known), interviewId: id, invitedOn, scheduledOn, place } }],
  };
}
