import type { Decision } from '#shared/documents/documents.ts';
import type { PeopleEvent } from '#shared/contracts/people.ts';
import type { LineVerdict } from './plan/verdict.ts';

export const importStates = ['RECEIVING', 'CHECKING', 'CHECKED', 'CONFIRMED', 'COMPLETED', 'DISCARDED'] as const;
export type ImportState = (typeof importStates)[number];

/** What taking a line over does to the people: with the second import of a file, every line is unchanged. */
export const lineOutcomes = ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];
export type Tally = Record<'created' | 'updated' | 'unchanged' | 'skipped', number>;

export const nothingYet: Tally = { created: 0, updated: 0, unchanged: 0, skipped: 0 };

/** A list of recipients of one municipality on its way into the register. What its lines say is kept apart, and only until they are taken over. */
export type Import = {
  id: string;
  municipality: string;
  state: ImportState;
  startedBy: string;
  startedAt: string;
  /** How many pieces the file was sent in. */
  chunks?: number;
  lines?: number;
  problems?: number;
  /** Lines about which somebody has to say whether the person is known already. */
  duplicates?: number;
  /** What confirming would do, as of the check. */
  planned?: Tally;
  /** Who somebody said the lines are that may be known; decided before it is confirmed, or not at all. */
  verdicts?: LineVerdict[];
  confirmedBy?: string;
  /** The day of everything that the list changes. */
  confirmedOn?: string;
  /** What it did. */
  done?: Tally;
};

export type ImportDecision = Decision<Import, Extract<PeopleEvent, { type: `import.${string}` }>>;

export function counted(tally: Tally, outcomes: readonly LineOutcome[]): Tally {
  const number = (outcome: LineOutcome): number => outcomes.filter((each) => each === outcome).length;
  return {
    created: tally.created + number('CREATED'),
    updated: tally.updated + number('UPDATED'),
    unchanged: tally.unchanged + number('UNCHANGED'),
    skipped: tally.skipped + number('SKIPPED'),
  };
}
