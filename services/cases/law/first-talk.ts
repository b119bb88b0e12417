import { hasDay, type Period } from '#shared/calendar/days.ts';
import type { Place } from '../case/interview.ts';
import { CaseRefusal } from '../refusal.ts';

const rules: readonly (Period & { inJobCentre: boolean })[] = [
  { from: '0001-01-01', to: '2026-06-30', inJobCentre: false },
  // §15(4) SGB II: in person in the job centre, elsewhere only in reasoned exceptions.
  { from: '2026-07-01', inJobCentre: true },
];

/** True when a first talk on this day and at this place needs a reason for the place. Later talks are free. */
export function firstTalkNeedsReason(place: Place, day: string): boolean {
  return place !== 'JOB_CENTRE' && rules.some((rule) => rule.inJobCentre && hasDay(rule, day));
}

/** Refuses a first talk at a place that needs a reason and has none, with PLACE_REASON_REQUIRED. */
export function assertPlaceOfFirstTalk(place: Place, day: string): void {
  if (firstTalkNeedsReason(place, day))
    throw new CaseRefusal(
      'PLACE_REASON_REQUIRED',
      'The first talk is held in the job centre (§15(4) SGB II); another place needs a reason.',
    );
}
