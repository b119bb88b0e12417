import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { nonBlankText } from '#shared/codes/plain-text.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { interviewIn, replaceInterview } from '../../case/interview.ts';

export type NoteInterview = { interviewId: string; notes: string; notedOn?: string; today: string };

/**
 * Writes or corrects what was talked about; nothing but spaces takes the notes away. The same words again change
 * nothing. Refused with CASE_CLOSED.
 */
export function noteInterview(state: Case, { interviewId, notedOn, today, ...written }: NoteInterview): CaseDecision {
  const { notes: formerNotes, ...interview } = interviewIn(state, interviewId);
  const notes = nonBlankText(written.notes);
  if (notes === formerNotes) return { state, events: [] };
  assertCaseOpen(state);
  const on = factDay('notedOn', notedOn, today);
  assertNotBefore('notedOn', on, interview.invitedOn);
  const noted = { ...interview, ...(notes !== undefined && { notes }) };
  return {
    state: { ...state, interviews: replaceInterview(state.interviews, noted) },
    events: [{ type: 'interview.noted', data: { ...ofCase(state), interviewId, notedOn: on } }],
  };
}
