import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/**
 * A municipality of Kreis Bergstraße: keys of the federal statistical office, area and population of 31 December 2011.
 */
export type Municipality = { ags: string; name: string; postcode: string; areaKm2: number; population2011: number };

const row = z
  .object({
    ags: z.string(),
    name: z.string(),
    plz_verwaltungssitz: z.string(),
    flaeche_km2: z.coerce.number(),
    einwohner_2011_12_31: z.coerce.number(),
  })
  .transform((columns): Municipality => ({
    ags: columns.ags,
    name: columns.name,
    postcode: columns.plz_verwaltungssitz,
    areaKm2: columns.flaeche_km2,
    population2011: columns.einwohner_2011_12_31,
  }));

export const municipalities: readonly Municipality[] = z
  .array(row)
  .parse(parse(readFileSync(new URL('./municipalities.csv', import.meta.url)), { columns: true }));

const byAgs = new Map(municipalities.map((municipality) => [municipality.ags, municipality]));

export function municipalityOf(ags: string): Municipality | undefined {
  return byAgs.get(ags);
}
