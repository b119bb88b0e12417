import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision, type Interview, type Place } from '../../case.ts';
import { writtenText } from '../written-text.ts';
import {
  asInvited,
  assertMayRecord,
  interviewOf,
  takesBack,
  withInterview,
  type OfInterview,
} from './invited-interview.ts';
import { assertPlaceFree } from './invite-to-interview.ts';

export type HoldInterview = OfInterview & { heldOn?: string; place?: Place; placeReason?: string; notes?: string };

/** The talk took place. Recording the same twice changes nothing. Refused with INTERVIEW_ALREADY_CLOSED, PLACE_REASON_REQUIRED or CASE_CLOSED. */
export function holdInterview(known: Case, { interviewId, correction, today, ...given }: HoldInterview): CaseDecision {
  const interview = interviewOf(known, interviewId);
  const on = factDay('heldOn', given.heldOn ?? interview.heldOn, today);
  const held = asHeld(interview, on, given);
  if (isDeepStrictEqual(held, interview)) return { state: known, events: [] };
  assertMayRecord(known, interview, correction);
  assertNotBefore('heldOn', on, interview.invitedOn);
  const first = !known.interviews.some(({ id, status }) => status === 'HELD' && id !== interviewId);
  if (first && held.placeReason === undefined) assertPlaceFree(held.place, on);
  return {
    state: withInterview(known, held),
    events: [
      {
        type: 'interview.held',
        data: { ...ofCase(known), interviewId, heldOn: on, place: held.place, first, ...takesBack(interview) },
      },
    ],
  };
}

/** What is not given is as it was recorded before, or else as in the invitation. */
function asHeld(
  interview: Interview,
  heldOn: string,
  given: Pick<HoldInterview, 'place' | 'placeReason' | 'notes'>,
): Interview {
  const { place: invitedPlace, placeReason: invitedReason, ...invited } = asInvited(interview);
  const before = interview.status === 'HELD' ? interview : { place: invitedPlace, placeReason: invitedReason };
  const place = given.place ?? before.place;
  // What excused the town hall does not excuse the telephone: another place than invited to has a reason of its own.
  const placeReason = writtenText(given.placeReason) ?? (place === before.place ? before.placeReason : undefined);
  const notes = writtenText(given.notes) ?? invited.notes;
  return {
    ...invited,
    status: 'HELD',
    heldOn,
    place,
    ...(placeReason !== undefined && { placeReason }),
    ...(notes !== undefined && { notes }),
    ...((place !== invitedPlace || placeReason !== invitedReason) && {
      invitedTo: { place: invitedPlace, ...(invitedReason !== undefined && { placeReason: invitedReason }) },
    }),
  };
}
