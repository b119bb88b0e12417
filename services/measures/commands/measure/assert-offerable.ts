import { instrumentOn } from '../../instruments/catalogue.ts';
import { lastDayForAnybody } from '../../instruments/longest-participation.ts';
import { MeasureRefusal } from '../../refusal.ts';
import type { Measure } from '../../measure/measure.ts';

/** Refuses what no measure may be, whether it is offered or changed. */
export function assertOfferable({
  instrument: code,
  startsOn,
  endsOn,
  entry,
  dayparts,
  places,
  approvedUntil,
}: Measure): void {
  if (places < 1 || places > 500) throw new MeasureRefusal('INVALID_INPUT', 'from 1 to 500', 'places');
  const instrument = instrumentOn(code, startsOn);
  if (!instrument) throw new MeasureRefusal('INSTRUMENT_NOT_IN_FORCE', `${code} is not in force on ${startsOn}.`);
  if (!instrument.inCourses)
    throw new MeasureRefusal(
      'NOT_IN_COURSES',
      `${code} is granted to each person or employer alone, not in places of a measure.`,
    );
  if (endsOn < startsOn) throw new MeasureRefusal('INVALID_INPUT', `must not be before ${startsOn}.`, 'endsOn');
  // With rolling entry each person has a time of their own in it.
  const last = entry === 'ROLLING' ? null : lastDayForAnybody(instrument, startsOn);
  if (last !== null && endsOn > last)
    throw new MeasureRefusal('TOO_LONG', `with ${code}, what begins on ${startsOn} ends by ${last}.`, 'endsOn');
  if (dayparts.length === 0) throw new MeasureRefusal('INVALID_INPUT', 'at least one is expected.', 'dayparts');
  if (instrument.approvalNeeded && (approvedUntil ?? '') < startsOn) {
    throw new MeasureRefusal(
      'INVALID_INPUT',
      `${code} needs an approval that is valid on ${startsOn}.`,
      'approvedUntil',
    );
  }
}
