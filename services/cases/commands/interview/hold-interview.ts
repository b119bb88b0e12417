import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { nonBlankText } from '#shared/codes/plain-text.ts';
import { ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { asInvited, assertOutcomeOpen, takesBack, type OutcomeInput } from '../../case/interview-outcome.ts';
import { interviewIn, replaceInterview, type Interview, type Place } from '../../case/interview.ts';
import { assertPlaceOfFirstTalk } from '../../law/first-talk.ts';

/** What differs from the invitation, or from what was recorded before. */
type Differences = { place?: Place; placeReason?: string; notes?: string };
export type HoldInterview = OutcomeInput & Differences & { heldOn?: string };

/**
 * Records that the talk took place. Recording the same twice changes nothing.
 * Refused with INTERVIEW_ALREADY_CLOSED, PLACE_REASON_REQUIRED or CASE_CLOSED.
 */
export function holdInterview(
  state: Case,
  { interviewId, correction, heldOn, today, ...differences }: HoldInterview,
): CaseDecision {
  const interview = interviewIn(state, interviewId);
  const on = factDay('heldOn', heldOn ?? interview.heldOn, today);
  const talk = asHeld(interview, on, differences);
  if (isDeepStrictEqual(talk, interview)) return { state, events: [] };
  assertOutcomeOpen(state, interview, correction);
  assertNotBefore('heldOn', on, interview.invitedOn);
  const first = !state.interviews.some(({ id, status }) => status === 'HELD' && id !== interviewId);
  if (first && talk.placeReason === undefined) assertPlaceOfFirstTalk(talk.place, on);
  return {
    state: { ...state, interviews: replaceInterview(state.interviews, talk) },
    events: [
      {
        type: 'interview.held',
        data: { ...ofCase(state), interviewId, heldOn: on, place: talk.place, first, ...takesBack(interview) },
      },
    ],
  };
}

/** Returns the talk. Where nothing differs it is as it was recorded before, or else as in the invitation. */
function asHeld(interview: Interview, heldOn: string, differences: Differences): Interview {
  const { place: invitedPlace, placeReason: invitedReason, ...invited } = asInvited(interview);
  const former = interview.status === 'HELD' ? interview : { place: invitedPlace, placeReason: invitedReason };
  const place = differences.place ?? former.place;
  // What excused the town hall does not excuse the telephone: another place than invited to has a reason of its own.
  const placeReason =
    nonBlankText(differences.placeReason) ?? (place === former.place ? former.placeReason : undefined);
  const notes = nonBlankText(differences.notes) ?? invited.notes;
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
