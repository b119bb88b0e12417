import { germanDay } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision, type Interview, type Place } from '../../case.ts';
import { firstTalkNeedsReason } from '../../law/first-talk.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { assertPlannable } from '../plannable-day.ts';
import { assertLedTo } from '../assert-led-to.ts';
import { writtenText } from '../written-text.ts';

export type InviteToInterview = {
  interviewId: string;
  scheduledAt: string;
  place: Place;
  placeReason?: string;
  invitedOn?: string;
  today: string;
};

/** An invitation to a talk. Refused with PLACE_REASON_REQUIRED or CASE_CLOSED. */
export function inviteToInterview(
  known: Case,
  { interviewId: id, scheduledAt, place, invitedOn, today, ...given }: InviteToInterview,
): CaseDecision {
  if (known.interviews.some((interview) => interview.id === id)) return { state: known, events: [] };
  assertCaseOpen(known);
  const scheduledOn = germanDay(new Date(scheduledAt));
  const on = factDay('invitedOn', invitedOn, today);
  assertLedTo(known, 'invitedOn', on);
  assertPlannable('scheduledAt', scheduledOn, today);
  assertNotBefore('scheduledAt', scheduledOn, on);
  const placeReason = writtenText(given.placeReason);
  const first = !known.interviews.some(({ status }) => status === 'HELD');
  if (first && placeReason === undefined) assertPlaceFree(place, scheduledOn);

  const interview: Interview = {
    id,
    status: 'INVITED',
    scheduledAt,
    invitedOn: on,
    place,
    ...(placeReason !== undefined && { placeReason }),
  };
  return {
    state: { ...known, interviews: [...known.interviews, interview] },
    events: [
      { type: 'interview.invited', data: { ...ofCase(known), interviewId: id, invitedOn: on, scheduledOn, place } },
    ],
  };
}

/** Where a first talk may be held without giving a reason. */
export function assertPlaceFree(place: Place, day: string): void {
  if (firstTalkNeedsReason(place, day))
    throw new Refusal(
      'PLACE_REASON_REQUIRED',
      'The first talk is held in the job centre (§15(4) SGB II); another place needs a reason.',
    );
}
