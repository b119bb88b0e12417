import { Refusal } from '#shared/refusal.ts';

/**
 * Kreis Bergstraße: its 22 municipalities have the keys 06431001 to 06431022. What else is known of them, the people
 * service has.
 */
const DISTRICT = '06431';
const municipalities: ReadonlySet<string> = new Set(
  Array.from({ length: 22 }, (_, at) => `${DISTRICT}${String(at + 1).padStart(3, '0')}`),
);

/** Whether it is the official key (AGS) of a municipality of the district. */
export function isMunicipality(ags: string): boolean {
  return municipalities.has(ags);
}

/** What carries another key could not be shown with its municipality: the graph knows no other one. */
export function assertMunicipality(ags: string): void {
  if (!isMunicipality(ags))
    throw new Refusal(
      'UNKNOWN_MUNICIPALITY',
      'municipality: must be the AGS of a municipality of the district, eight digits with the leading zero.',
    );
}
