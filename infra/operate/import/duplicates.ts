import { createInterface } from 'node:readline/promises';
import type { PossibleDuplicate } from './answers.ts';
import type { DuplicateAnswer } from './import-file.ts';

export const duplicateModes = ['ask', 'new', 'same', 'skip'] as const;

type Decide = (duplicate: PossibleDuplicate) => Promise<DuplicateAnswer | undefined>;

/**
 * Who decides about possible duplicates: one answer for all, or the person at the terminal. Without a terminal they
 * stay open.
 */
export function duplicateDecider(mode: (typeof duplicateModes)[number], beforeAsking: () => void): Decide {
  if (mode !== 'ask') return async (duplicate) => answerFor(mode, duplicate);
  if (!process.stdin.isTTY) return async () => undefined;
  return async (duplicate) => {
    beforeAsking();
    return asked(duplicate);
  };
}

/**
 * The same person is only known where exactly one is offered; an earlier line of the file is the same person by
 * skipping this one.
 */
export function answerFor(
  mode: 'new' | 'same' | 'skip',
  { candidates }: PossibleDuplicate,
): DuplicateAnswer | undefined {
  const has = (reason: string): boolean => candidates.some((candidate) => candidate.reason === reason);
  if (mode === 'new')
    return has('OTHER_MUNICIPALITY') || has('OTHER_IDENTITY') ? undefined : { decision: 'NEW_PERSON' };
  if (mode === 'skip') return { decision: 'SKIP' };
  // In a list whose rows were shifted, one answer for all would exchange who people are.
  if (has('OTHER_IDENTITY')) return undefined;
  const [only, second] = candidates;
  if (!only || second) return undefined;
  return samePersonAs(only);
}

/** Who the caller may not know, a team lead of both municipalities decides about. */
function samePersonAs({ personId, line }: PossibleDuplicate['candidates'][number]): DuplicateAnswer | undefined {
  if (personId !== null) return { decision: 'SAME_PERSON', personId };
  return line === null ? undefined : { decision: 'SKIP' };
}

async function asked(duplicate: PossibleDuplicate): Promise<DuplicateAnswer | undefined> {
  process.stdout.write(question(duplicate));
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const typed = (
      await terminal.question('number of the same person, n = new person, s = skip this line, Enter = decide later: ')
    )
      .trim()
      .toLowerCase();
    const chosen = duplicate.candidates[Number(typed) - 1];
    if (chosen) return samePersonAs(chosen);
    if (typed === 'n') return { decision: 'NEW_PERSON' };
    return typed === 's' ? { decision: 'SKIP' } : undefined;
  } finally {
    terminal.close();
  }
}

export function question({ line, recipient, candidates }: PossibleDuplicate): string {
  const offered = candidates.map(
    ({ line: other, person }, index) =>
      `  ${index + 1}  ${other === null ? described(person) : `line ${other} of this file`}\n`,
  );
  return `\nLine ${line}, ${described(recipient)}, may be somebody who is known already:\n${offered.join('')}`;
}

type Described = {
  customerNumber: string | null;
  givenName: string | null;
  familyName: string | null;
  birthDate?: string;
};

/** Describes somebody as far as the caller may know them. */
function described(person: Described | null): string {
  if (!person) return 'a person of another municipality';
  return [`${person.givenName ?? ''} ${person.familyName ?? ''}`.trim(), person.birthDate, person.customerNumber]
    .filter(Boolean)
    .join(', ');
}
