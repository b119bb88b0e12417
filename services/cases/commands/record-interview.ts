import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision, type ExcuseReason, type Interview, type Place } from '../case.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

type Step = { interviewId: string; on: string; today: string };

/** The talk took place. Recording it twice changes nothing; an interview with another outcome is refused with INTERVIEW_ALREADY_CLOSED. */
export function holdInterview(known: Case, { place, notes, ...step }: Step & { place?: Place; notes?: string }): CaseDecision {
  const first = !known.interviews.some(({ id, status }) => status === 'HELD' && id !== step.interviewId);
  return closeInterview(known, { ...step, status: 'HELD' }, (interview) => {
    const held: Interview = { ...interview, status: 'HELD', heldOn: step.on, place: place ?? interview.place, ...(notes !== undefined && { notes }) };
    return {
      state: { ...withInterview(known, held), missedInARow: 0 },
      events: [{ type: 'interview.held', data: { ...ofCase(known), interviewId: interview.id, heldOn: step.on, place: held.place, first } }],
    };
  });
}

/** The person did not come and gave no good reason (yet). Nothing follows from it by itself. */
export function missInterview(known: Case, step: Step): CaseDecision {
  return closeInterview(known, { ...step, status: 'MISSED' }, (interview) => {
    const missedInARow = known.missedInARow + 1;
    return {
      state: { ...withInterview(known, { ...interview, status: 'MISSED', missedOn: step.on }), missedInARow },
      events: [{ type: 'interview.missed', data: { ...ofCase(known), interviewId: interview.id, missedOn: step.on, missedInARow } }],
    };
  });
}

/** The person could not come for a good reason; also told afterwards, of a talk recorded as missed. */
export function excuseInterview(known: Case, { reason, ...step }: Step & { reason: ExcuseReason }): CaseDecision {
  return closeInterview(known, { ...step, status: 'EXCUSED' }, (interview) => ({
    state: { ...withInterview(known, { ...interview, status: 'EXCUSED', excusedOn: step.on, excuse: reason }), missedInARow: 0 },
    events: [{ type: 'interview.excused', data: { ...ofCase(known), interviewId: interview.id, excusedOn: step.on, reason } }],
  }));
}

function closeInterview(known: Case, { interviewId, on, today, status }: Step & { status: Interview['status'] }, close: (interview: Interview) => CaseDecision): CaseDecision {
  const interview = known.interviews.find(({ id }) => id === interviewId);
  if (!interview) throw new Refusal('NOT_FOUND', 'The interview was not found.');
  if (interview.status === status) return { state: known, events: [] };
  const excusable = interview.status === 'MISSED' && status === 'EXCUSED';
  if (interview.status !== 'INVITED' && !excusable) throw new Refusal('INTERVIEW_ALREADY_CLOSED', 'What became of this interview is recorded already.');
  assertNotInFuture('on', on, today);
  assertNotBefore('on', on, interview.invitedOn);
  return close(interview);
}

function withInterview(known: Case, interview: Interview): Case {
  return { ...known, interviews: known.interviews.map((each) => (each.id === interview.id ? interview : each)) };
}
