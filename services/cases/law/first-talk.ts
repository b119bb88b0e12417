import type { Place } from '../case.ts';
import { ruleOn, type Dated } from './rule-on.ts';

const firstTalks: readonly (Dated & { inJobCentre: boolean })[] = [
  { validFrom: '0001-01-01', validTo: '2026-06-30', inJobCentre: false },
  // §15(4) SGB II: in person in the job centre, elsewhere only in reasoned exceptions.
  { validFrom: '2026-07-01', inJobCentre: true },
];

/** Whether a first talk on this day and at this place needs a reason for the place. Later talks are free. */
export function firstTalkNeedsReason(place: Place, day: string): boolean {
  return place !== 'JOB_CENTRE' && ruleOn(firstTalks, day)?.inJobCentre === true;
}
