import type { Decision } from '#shared/documents/documents.ts';
import type { PeopleEvent } from '#shared/contracts/people.ts';
import type { LineDecision } from './staged/import-duplicate.ts';

export const importStates = ['RECEIVING', 'CHECKING', 'CHECKED', 'CONFIRMED', 'COMPLETED', 'DISCARDED'] as const;
export type ImportState = (typeof importStates)[number];

/** What taking a line over does to the register. The same list a second time leaves every line unchanged. */
export const lineOutcomes = ['CREATED', 'UPDATED', 'UNCHANGED', 'SKIPPED'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** The number of lines by outcome. */
export type ImportTally = Record<'created' | 'updated' | 'unchanged' | 'skipped', number>;

export const emptyTally: ImportTally = { created: 0, updated: 0, unchanged: 0, skipped: 0 };

/**
 * A list of recipients of one municipality on its way into the register. Its lines are kept apart, in `staged/`, and
 * only until they are taken over.
 */
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
  /** The number of lines for which somebody decides whether the person is in the register already. */
  duplicates?: number;
  /** What confirming would do, as of the check. */
  planned?: ImportTally;
  /** What was decided about possible duplicates. Nothing is added after the confirmation. */
  verdicts?: LineDecision[];
  confirmedBy?: string;
  /** The day of everything that the list changes. */
  confirmedOn?: string;
  /** What the list has done. */
  done?: ImportTally;
};

export type ImportDecision = Decision<Import, Extract<PeopleEvent, { type: `import.${string}` }>>;

/** Returns the tally with these lines added. */
export function addOutcomes(tally: ImportTally, outcomes: readonly LineOutcome[]): ImportTally {
  const count = (outcome: LineOutcome): number => outcomes.filter((each) => each === outcome).length;
  return {
    created: tally.created + count('CREATED'),
    updated: tally.updated + count('UPDATED'),
    unchanged: tally.unchanged + count('UNCHANGED'),
    skipped: tally.skipped + count('SKIPPED'),
  };
}
