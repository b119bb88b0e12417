import type { Answered } from './answered.ts';

export type Engine = 'MongoDB' | 'SQLite';

/**
 * Questions that no index answers in their order, each with how much is read for one at most, and why that is right.
 */
export type Listed = {
  asks: RegExp;
  on: readonly Engine[];
  how: readonly Exclude<Answered, 'by an index'>[];
  atMost: string;
  why: string;
};

const both: readonly Engine[] = ['MongoDB', 'SQLite'];

/**
 * Lists of the graph. A range by one value in the order of another: either index has to give way. On MongoDB, and on
 * SQLite where both ends of the range are given, the range is read and sorted; else SQLite reads the order until the
 * page is full.
 */
export const listsListed: readonly Listed[] = [
  {
    asks: /^employers\.employers: callAgainOn …(, kind =)?(, sortName …)?, order (sortName|callAgainOn) id$/,
    on: both,
    how: ['sorted in memory', 'scanned'],
    atMost: 'employers that were promised a call: some hundred',
    why: 'a range by one value in the order of another; its index finds the few that are promised anything',
  },
  {
    asks: /^employers\.placements: continuityDueOn …, order startedOn id$/,
    on: both,
    how: ['sorted in memory', 'scanned'],
    atMost: 'placements that are followed up, of the last six months: some hundred',
    why: 'a range by one value in the order of another; on SQLite perhaps the whole order, some thousand entries',
  },
  {
    asks: /^employers\.vacancies: (employerId =|occupation …), order \w+ id$/,
    on: both,
    how: ['sorted in memory', 'scanned'],
    atMost: 'vacancies of one employer or one occupation, over all years: some hundred',
    why: 'three orders for each of two values that lead to few would cost every change of a vacancy six more indexes',
  },
  {
    asks: /^employers\.vacancies: (.*, )?(refreshOn|startsOn) …, order \w+ id$/,
    on: both,
    how: ['sorted in memory', 'scanned'],
    atMost: 'vacancies that begin, or are to be asked about, in the period: some hundred in a year',
    why: 'a range by one value in the order of another; on SQLite perhaps the whole order, some thousand entries',
  },
  {
    asks: /^measures\.measures: (.*, )?(endsOn|freePlaces|startsOn) …(, .*)?, order (startsOn|freePlaces) id$/,
    on: both,
    how: ['sorted in memory', 'scanned'],
    atMost: 'measures that have not ended or have a free place: some hundred',
    why: 'a range by one value in the order of another; on SQLite perhaps the whole order, some thousand entries',
  },
  {
    asks: /^cases\.cases: careTeam =.*, order (openedOn|plan\.reviewDueOn) id$/,
    on: ['SQLite'],
    how: ['sorted in memory'],
    atMost: 'cases that one person looks after or has looked after: some hundred',
    why: 'the values of a list lie in a table of their own there, which knows no order of the cases',
  },
  {
    asks: /^people\.persons: (.*, )?(birthDate|sortName) …(, .*)?, order (birthDate|registeredOn|sortName) id$/,
    on: ['SQLite'],
    how: ['sorted in memory'],
    atMost: 'people of the caller’s municipalities who were born in the period or have such a name: some thousand',
    why: 'a range by one value in the order of another: SQLite takes the index of the range',
  },
];

/** What services look up for themselves. */
export const lookUpsListed: readonly Listed[] = [
  {
    asks: /^people\.(persons: customerNumber|benefit-units: number) in.*, order id$/,
    on: both,
    how: ['sorted in memory'],
    atMost: 'one for each line of a slice of an import',
    why: 'each number leads to one record at most, by a unique index, which cannot end with the id',
  },
  {
    asks: /^insights\.tallies-[ab]: happened\.at …, order (id|none)/,
    on: both,
    how: ['sorted in memory'],
    atMost: 'people or households of one project who count in the period: some hundred',
    why: 'a person counts once, whichever day it was: so the order is that of persons, and the range that of days',
  },
  {
    asks: /^insights\.entries-[ab]: (name =, )?order none, all$/,
    on: both,
    how: ['scanned'],
    atMost: 'the events of a test',
    why: 'asked by the suite of the rebuild alone, to see what is there',
  },
];

/** Returns those of the list that a question is in. */
export function listedFor(engine: Engine, how: Answered, words: string): Listed[] {
  return [...listsListed, ...lookUpsListed].filter(
    (each) => each.on.includes(engine) && each.how.some((one) => one === how) && each.asks.test(words),
  );
}
