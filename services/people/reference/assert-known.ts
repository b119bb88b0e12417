import { Refusal } from '#shared/refusal.ts';
import { occupationOf } from './occupations.ts';

export function assertOccupations(experience: readonly { occupation: string }[]): void {
  if (experience.every(({ occupation }) => occupationOf(occupation))) return;
  throw new Refusal(
    'UNKNOWN_OCCUPATION',
    'occupations: must be codes of the Klassifikation der Berufe 2010, five digits with leading zeros.',
  );
}
