import { Refusal } from '#shared/refusal.ts';
import { municipalityOf } from './municipalities.ts';
import { occupationOf } from './occupations.ts';

export function assertMunicipality(ags: string): void {
  if (!municipalityOf(ags)) throw new Refusal('UNKNOWN_MUNICIPALITY', 'municipality: must be the AGS of a municipality of the district, eight digits with the leading zero.');
}

export function assertOccupations(experience: readonly { occupation: string }[]): void {
  if (experience.every(({ occupation }) => occupationOf(occupation))) return;
  throw new Refusal('UNKNOWN_OCCUPATION', 'occupations: must be codes of the Klassifikation der Berufe 2010, five digits with leading zeros.');
}
