import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { searchKey } from '../person/search-key.ts';
import { PeopleRefusal } from '../refusal.ts';

/**
 * A group of the Klassifikation der Berufe 2010 (version 2020) with five digits; the last one is the level of
 * requirement, 1 helper to 4 expert.
 */
export type Occupation = { code: string; title: string; requirementLevel: number };

const groupRow = z.object({ code: z.string(), level: z.string(), title: z.string() });
const titleRow = z.object({ code: z.string(), title: z.string() });
const rowsOf = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url)), { columns: true });

const groups: readonly Occupation[] = z
  .array(groupRow)
  .parse(rowsOf('./kldb2010-groups.csv'))
  .filter(({ level }) => level === '5')
  .map(({ code, title }) => ({ code, title, requirementLevel: Number(code.at(-1)) }));

const byCode = new Map(groups.map((occupation) => [occupation.code, occupation]));

/** By group, the words it is found by: its own name, then those of its occupations. A space before each word. */
const searchable = new Map(groups.map(({ code, title }) => [code, [words(title)]]));
for (const { code, title } of z.array(titleRow).parse(rowsOf('./kldb2010-occupations.csv')))
  searchable.get(code)?.push(words(title));

export function occupationOf(code: string): Occupation | undefined {
  return byCode.get(code);
}

/** Refuses experience in an occupation that is not listed. */
export function assertOccupations(experience: readonly { occupation: string }[]): void {
  if (experience.every(({ occupation }) => occupationOf(occupation))) return;
  throw new PeopleRefusal(
    'UNKNOWN_OCCUPATION',
    'must be codes of the Klassifikation der Berufe 2010, five digits with leading zeros.',
    'occupations',
  );
}

/**
 * Finds groups by the beginning of their code, or of words of their name or of one of their occupations, in any order.
 * First those whose own name fits, then those with the occupation nearest to what was typed, then by code.
 */
export function searchOccupations(search: string): Occupation[] {
  const beginnings = words(withoutEndings(search))
    .trim()
    .split(' ')
    .map((word) => [` ${word}`, ` ${maleForm(word)}`]);
  return groups
    .flatMap((occupation) => fitOf(occupation, beginnings) ?? [])
    .sort((a, b) => a.distance - b.distance)
    .map(({ occupation }) => occupation);
}

type Fit = { occupation: Occupation; distance: number };

function fitOf(occupation: Occupation, beginnings: readonly string[][]): Fit | undefined {
  const [name = '', ...occupations] = searchable.get(occupation.code) ?? [];
  const fits = (title: string): boolean => beginnings.every((forms) => forms.some((word) => title.includes(word)));
  if (fits(name) || fits(` ${occupation.code}`)) return { occupation, distance: 0 };
  const distance = Math.min(...occupations.filter(fits).map(({ length }) => length));
  return Number.isFinite(distance) ? { occupation, distance } : undefined;
}

/**
 * Returns a search without what only says that anybody is meant: `Koch (m/w/d)`, `Verkäufer*in`, `Verkäufer/-innen`.
 */
function withoutEndings(search: string): string {
  return search
    .replace(/\(?\b[mwdx](?:\s?[/|]\s?[mwdx])+\b\)?/gi, ' ')
    .replace(/(?<=\p{L})\s?(?:[*:_/]-?|\()in(?:nen)?(?!\p{L})\)?/giu, '')
    .replace(/(?<=\p{Ll})In(?:nen)?(?!\p{L})/gu, '');
}

/** Returns the form in which the classification names an occupation: of `verkaeuferin`, `verkaeufer`. */
function maleForm(word: string): string {
  return word
    .replace(/frau(en)?$/, 'mann')
    .replace(/(?<=\w{3}(?:er|eur|or|ist|ent|ant|ar|at|eut|og|loge|nom|af|arzt))in(nen)?$/, '');
}

/** Returns the words of a title: of `Koch/Köchin - Küche`, ` koch koechin kueche`. */
function words(text: string): string {
  return ` ${searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
