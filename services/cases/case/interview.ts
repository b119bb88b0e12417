import { CaseRefusal } from '../refusal.ts';

export const places = ['TOWN_HALL', 'JOB_CENTRE', 'HOME', 'PHONE', 'VIDEO', 'EMPLOYER', 'OTHER'] as const;
export type Place = (typeof places)[number];
export const excuseReasons = [
  'ILLNESS',
  'CHILDCARE',
  'WORK',
  'FAMILY',
  'TRANSPORT',
  'NOT_RECEIVED',
  'CALLED_OFF',
  'OTHER',
] as const;

/** `scheduledAt` is an instant in UTC, `...On` a day. */
export type Interview = {
  id: string;
  status: 'INVITED' | 'HELD' | 'MISSED' | 'EXCUSED';
  scheduledAt: string;
  invitedOn: string;
  place: Place;
  placeReason?: string;
  /** Where the invitation said, and why, once it was held elsewhere. */
  invitedTo?: { place: Place; placeReason?: string };
  heldOn?: string;
  missedOn?: string;
  excusedOn?: string;
  excuse?: (typeof excuseReasons)[number];
  notes?: string;
};

/** Returns the interview of this id. Refused with NOT_FOUND. */
export function interviewIn({ interviews }: { interviews: readonly Interview[] }, interviewId: string): Interview {
  const interview = interviews.find(({ id }) => id === interviewId);
  if (!interview) throw new CaseRefusal('NOT_FOUND', 'The interview was not found.');
  return interview;
}

/** Returns the interviews of a case with this one in the place of its former self. */
export function replaceInterview(interviews: readonly Interview[], interview: Interview): Interview[] {
  return interviews.map((each) => (each.id === interview.id ? interview : each));
}
