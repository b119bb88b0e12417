import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { writtenText } from '../written-text.ts';
import { interviewOf, withInterview } from './invited-interview.ts';

export type NoteInterview = { interviewId: string; notes: string; notedOn?: string; today: string };

/** What was talked about, written or corrected; nothing but spaces takes the notes away. The same words again change nothing. Refused with CASE_CLOSED. */
export function noteInterview(known: Case, { interviewId, notedOn, today, ...given }: NoteInterview): CaseDecision {
  const { notes: before, ...interview } = interviewOf(known, interviewId);
  const notes = writtenText(given.notes);
  if (notes === before) return { state: known, events: [] };
  assertCaseOpen(known);
  const on = factDay('notedOn', notedOn, today);
  assertNotBefore('notedOn', on, interview.invitedOn);
  return {
    state: withInterview(known, { ...interview, ...(notes !== undefined && { notes }) }),
    events: [{ type: 'interview.noted', data: { ...ofCase(known), interviewId, notedOn: on } }],
  };
}
