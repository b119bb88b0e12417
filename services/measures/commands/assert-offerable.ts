import { Refusal } from '#shared/refusal.ts';
import { instrumentOn } from '../instruments/catalogue.ts';
import { lastDayAllowed } from '../instruments/longest.ts';
import type { Measure } from '../measure.ts';

/** What has to hold for every measure, however it came about. */
export function assertOfferable(measure: Measure): void {
  assertFilledIn(measure);
  const { instrument: code, startsOn, endsOn, entry, dayparts, approvedUntil } = measure;
  const instrument = instrumentOn(code, startsOn);
  if (!instrument) throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${code} is not in force on ${startsOn}.`);
  if (!instrument.inCourses) throw new Refusal('NOT_IN_COURSES', `${code} is granted to each person or employer alone, not in places of a measure.`);
  if (endsOn < startsOn) throw new Refusal('INVALID_INPUT', `endsOn: must not be before ${startsOn}.`);
  // With rolling entry each person has a time of their own in it.
  const last = entry === 'ROLLING' ? null : lastDayAllowed(instrument, startsOn);
  if (last !== null && endsOn > last) throw new Refusal('TOO_LONG', `endsOn: with ${code}, what begins on ${startsOn} ends by ${last}.`);
  if (dayparts.length === 0) throw new Refusal('INVALID_INPUT', 'dayparts: at least one is expected.');
  if (instrument.approvalNeeded && (approvedUntil ?? '') < startsOn) {
    throw new Refusal('INVALID_INPUT', `approvedUntil: ${code} needs an approval that is valid on ${startsOn}.`);
  }
}

/** What a form can leave empty or get wrong, field by field: the store refuses it too, but names no field of the input. */
function assertFilledIn({ provider, title, place, places, hoursPerWeek }: Measure): void {
  for (const [field, text] of [['provider.id', provider.id], ['provider.name', provider.name], ['title', title], ['place.town', place.town]] as const) {
    if (text.length < 1 || text.length > 200) throw new Refusal('INVALID_INPUT', `${field}: 1 to 200 characters are expected.`);
  }
  if (!/^\d{5}$/.test(place.postcode)) throw new Refusal('INVALID_INPUT', 'place.postcode: a German postcode of five digits is expected.');
  if (places < 1 || places > 500) throw new Refusal('INVALID_INPUT', 'places: 1 to 500 are expected.');
  if (hoursPerWeek < 1 || hoursPerWeek > 48) throw new Refusal('INVALID_INPUT', 'hoursPerWeek: 1 to 48 are expected.');
}
