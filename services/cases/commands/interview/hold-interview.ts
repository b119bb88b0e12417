import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { ofCase, type Case, type CaseDecision, type Interview, type Place } from '../../case.ts';
import { writtenText } from '../written-text.ts';
import { assertStillInvited, interviewOf, withInterview } from './invited-interview.ts';
import { assertPlaceFree } from './invite-to-interview.ts';

export type HoldInterview = { interviewId: string; heldOn?: string; place?: Place; placeReason?: string; notes?: string; today: string };

/** The talk took place. Recording it twice changes nothing. Refused with INTERVIEW_ALREADY_CLOSED, PLACE_REASON_REQUIRED or CASE_CLOSED. */
export function holdInterview(known: Case, { interviewId, heldOn, today, place, ...given }: HoldInterview): CaseDecision {
  const interview = interviewOf(known, interviewId);
  if (interview.status === 'HELD') return { state: known, events: [] };
  assertStillInvited(known, interview);
  const on = factDay('heldOn', heldOn, today);
  assertNotBefore('heldOn', on, interview.invitedOn);
  const first = !known.interviews.some(({ status }) => status === 'HELD');
  const { placeReason: invitedReason, ...invited } = interview;
  const heldAt = place ?? invited.place;
  // What excused the town hall does not excuse the telephone: another place than invited to has a reason of its own.
  const placeReason = writtenText(given.placeReason) ?? (heldAt === invited.place ? invitedReason : undefined);
  const notes = writtenText(given.notes);
  const held: Interview = { ...invited, status: 'HELD', heldOn: on, place: heldAt, ...(placeReason !== undefined && { placeReason }), ...(notes !== undefined && { notes }) };
  if (first && placeReason === undefined) assertPlaceFree(held.place, on);
  return {
    state: withInterview(known, held),
    events: [{ type: 'interview.held', data: { ...ofCase(known), interviewId, heldOn: on, place: held.place, first } }],
  };
}
