import { germanDay } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { nonBlankText } from '#shared/codes/plain-text.ts';
import { assertCaseOpen, assertLedToCase, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import type { Interview, Place } from '../../case/interview.ts';
import { assertPlaceOfFirstTalk } from '../../law/first-talk.ts';
import { assertPlannable } from '../../limits.ts';

export type InviteToInterview = {
  interviewId: string;
  scheduledAt: string;
  place: Place;
  placeReason?: string;
  invitedOn?: string;
  today: string;
};

/** Invites to a talk. Refused with PLACE_REASON_REQUIRED or CASE_CLOSED. */
export function inviteToInterview(
  state: Case,
  { interviewId: id, scheduledAt, place, placeReason, invitedOn, today }: InviteToInterview,
): CaseDecision {
  if (state.interviews.some((interview) => interview.id === id)) return { state, events: [] };
  assertCaseOpen(state);
  const scheduledOn = germanDay(new Date(scheduledAt));
  const on = factDay('invitedOn', invitedOn, today);
  assertLedToCase(state, 'invitedOn', on);
  assertPlannable('scheduledAt', scheduledOn, today);
  assertNotBefore('scheduledAt', scheduledOn, on);
  const reason = nonBlankText(placeReason);
  const first = !state.interviews.some(({ status }) => status === 'HELD');
  if (first && reason === undefined) assertPlaceOfFirstTalk(place, scheduledOn);

  const interview: Interview = {
    id,
    status: 'INVITED',
    scheduledAt,
    invitedOn: on,
    place,
    ...(reason !== undefined && { placeReason: reason }),
  };
  return {
    state: { ...state, interviews: [...state.interviews, interview] },
    events: [
      { type: 'interview.invited', data: { ...ofCase(state), interviewId: id, invitedOn: on, scheduledOn, place } },
    ],
  };
}
