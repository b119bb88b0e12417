import { instrumentOfVersion, instrumentOnOrLast } from '../instruments/catalogue.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { Enrolment } from './enrolment.ts';
import type { Measure } from './measure.ts';

/**
 * Returns the instrument in the law of the grant, which stays until the time of the person ends (§§66, 66a SGB II):
 * whatever begins, or changes, later. What is only proposed goes by the day of the proposal.
 */
export function grantedInstrument(
  { instrument, startsOn }: Pick<Measure, 'instrument' | 'startsOn'>,
  { grantedUnder, agreedOn, proposedOn }: Pick<Enrolment, 'grantedUnder' | 'agreedOn' | 'proposedOn'>,
): Instrument | null {
  const granted = grantedUnder === undefined ? null : instrumentOfVersion(grantedUnder);
  return granted ?? instrumentOnOrLast(instrument, agreedOn ?? proposedOn ?? startsOn);
}
