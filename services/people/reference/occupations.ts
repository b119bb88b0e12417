import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { folded } from '../person/search-key.ts';

/** A group of the Klassifikation der Berufe 2010 (version 2020) with five digits; the last one is the level of requirement, 1 helper to 4 expert. */
export type Occupation = { code: string; title: string; requirementLevel: number };

const groupRow = z.object({ code: z.string(), level: z.string(), title: z.string() });
const titleRow = z.object({ code: z.string(), title: z.string() });
const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url)), { columns: true });

const groups: readonly Occupation[] = z
  .array(groupRow)
  .parse(read('./kldb2010-groups.csv'))
  .filter(({ level }) => level === '5')
  .map(({ code, title }) => ({ code, title, requirementLevel: Number(code.at(-1)) }));

const byCode = new Map(groups.map((occupation) => [occupation.code, occupation]));

/** What a group is found by: its own name, then those of the 18,838 single occupations. A space before each word. */
const searchable = new Map(groups.map(({ code, title }) => [code, [words(title)]]));
for (const { code, title } of z.array(titleRow).parse(read('./kldb2010-occupations.csv')))
  searchable.get(code)?.push(words(title));

export function occupationOf(code: string): Occupation | undefined {
  return byCode.get(code);
}

/**
 * Groups by the beginning of their code, or of words of their name or of one of their occupations, in any order. First those whose own
 * name fits, then those with the occupation nearest to what was typed, then by code.
 */
export function searchOccupations(search: string): Occupation[] {
  const wanted = words(search)
    .trim()
    .split(' ')
    .map((word) => ` ${word}`);
  return groups
    .flatMap((occupation) => fitOf(occupation, wanted) ?? [])
    .sort((a, b) => a.distance - b.distance)
    .map(({ occupation }) => occupation);
}

type Fit = { occupation: Occupation; distance: number };

function fitOf(occupation: Occupation, wanted: readonly string[]): Fit | undefined {
  const [name = '', ...occupations] = searchable.get(occupation.code) ?? [];
  const fits = (title: string): boolean => wanted.every((word) => title.includes(word));
  if (fits(name) || fits(` ${occupation.code}`)) return { occupation, distance: 0 };
  const distance = Math.min(...occupations.filter(fits).map(({ length }) => length));
  return Number.isFinite(distance) ? { occupation, distance } : undefined;
}

/** ` koch/koechin - gemeinschaftsverpflegung` as ` koch koechin gemeinschaftsverpflegung`. */
function words(text: string): string {
  return ` ${folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
