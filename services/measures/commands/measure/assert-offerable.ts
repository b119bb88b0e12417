import { Refusal } from '#shared/refusal.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { lastDayAllowed } from '../../instruments/longest-participation.ts';
import type { Measure } from '../../measure/measure.ts';

/** What has to hold for every measure, however it came about. */
export function assertOfferable({
  instrument: code,
  startsOn,
  endsOn,
  entry,
  dayparts,
  places,
  approvedUntil,
}: Measure): void {
  if (places < 1 || places > 500) throw new Refusal('INVALID_INPUT', 'places: from 1 to 500');
  const instrument = instrumentOn(code, startsOn);
  if (!instrument) throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${code} is not in force on ${startsOn}.`);
  if (!instrument.inCourses)
    throw new Refusal(
      'NOT_IN_COURSES',
      `${code} is granted to each person or employer alone, not in places of a measure.`,
    );
  if (endsOn < startsOn) throw new Refusal('INVALID_INPUT', `endsOn: must not be before ${startsOn}.`);
  // With rolling entry each person has a time of their own in it.
  const last = entry === 'ROLLING' ? null : lastDayAllowed(instrument, startsOn);
  if (last !== null && endsOn > last)
    throw new Refusal('TOO_LONG', `endsOn: with ${code}, what begins on ${startsOn} ends by ${last}.`);
  if (dayparts.length === 0) throw new Refusal('INVALID_INPUT', 'dayparts: at least one is expected.');
  if (instrument.approvalNeeded && (approvedUntil ?? '') < startsOn) {
    throw new Refusal('INVALID_INPUT', `approvedUntil: ${code} needs an approval that is valid on ${startsOn}.`);
  }
}
