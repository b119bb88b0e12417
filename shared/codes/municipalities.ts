import { Refusal } from '#shared/refusal.ts';

/**
 * The key of Kreis Bergstraße: its 22 municipalities have the keys 06431001 to 06431022. The people service knows more
 * about them.
 */
const DISTRICT = '06431';
const municipalities: ReadonlySet<string> = new Set(
  Array.from({ length: 22 }, (_, at) => `${DISTRICT}${String(at + 1).padStart(3, '0')}`),
);

/** True for the official key (AGS) of a municipality of the district. */
export function isMunicipality(ags: string): boolean {
  return municipalities.has(ags);
}

/** Refuses another key: it could not be shown with its municipality, since the graph knows no other ones. */
export function assertMunicipality(ags: string): void {
  if (!isMunicipality(ags))
    throw new Refusal(
      'UNKNOWN_MUNICIPALITY',
      'must be the AGS of a municipality of the district, eight digits with the leading zero.',
      'municipality',
    );
}
