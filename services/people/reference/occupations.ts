import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { folded } from '../person.ts';

/** A group of the Klassifikation der Berufe 2010 (version 2020) with five digits; the last one is the level of requirement, 1 helper to 4 expert. */
export type Occupation = { code: string; title: string; requirementLevel: number };

const group = z.object({ code: z.string(), level: z.string(), title: z.string() });
const title = z.object({ code: z.string(), title: z.string() });
const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url)), { columns: true });

const groups: readonly Occupation[] = z
  .array(group)
  .parse(read('./kldb2010-groups.csv'))
  .filter(({ level }) => level === '5')
  .map(({ code, title: name }) => ({ code, title: name, requirementLevel: Number(code.at(-1)) }));

const byCode = new Map(groups.map((occupation) => [occupation.code, occupation]));

/** Every title that a group goes by, folded; titles come from the list of 18,838 occupations. */
const titles = z.array(title).parse(read('./kldb2010-occupations.csv')).map(({ code, title: name }) => ({ code, words: folded(name) }));

export function occupationOf(code: string): Occupation | undefined {
  return byCode.get(code);
}

/** Groups whose name, or one of whose titles, has a word that begins so; whole beginnings first. In the order of the codes. */
export function searchOccupations(search: string): Occupation[] {
  const wanted = folded(search);
  if (wanted === '') return [...groups];
  const begins = (words: string): boolean => words.startsWith(wanted) || words.includes(` ${wanted}`) || words.includes(`/${wanted}`);
  const codes = new Set(titles.filter(({ words }) => begins(words)).map(({ code }) => code));
  return groups.filter((occupation) => codes.has(occupation.code) || begins(folded(occupation.title)) || occupation.code.startsWith(wanted));
}
