import { requireFound } from '#shared/graph/answer.ts';
import type { Import, ImportDecision } from '../import.ts';
import type { DuplicateDecision, ImportDuplicate, LineDecision } from '../staged/import-duplicate.ts';
import { PeopleRefusal } from '../../refusal.ts';

export type DecideDuplicate = Omit<LineDecision, 'personId'> & {
  personId: string | undefined;
  /** The question about this line; null where there is none. */
  duplicate: ImportDuplicate | null;
  /** What was decided about the lines of the list, this one included. */
  decisions: ReadonlyMap<number, DuplicateDecision>;
};

/** Decides which person a line is about. May be decided differently until the import is confirmed. */
export function decideDuplicate(
  list: Import,
  { duplicate, decisions, personId, ...decided }: DecideDuplicate,
): ImportDecision {
  assertChecked(list);
  const question = requireFound(duplicate, 'A question about this line');
  const { line, decision } = decided;
  const before = decisions.get(line);
  if (before?.decision === decision && before.personId === personId) return { state: list, events: [] };
  assertPossible(question, decision, personId);
  if (personId !== undefined && personsOfOtherLines(decisions, line).includes(personId))
    throw new PeopleRefusal('INVALID_INPUT', 'another line of this list is that person already.', 'personId');

  const ofOtherLines = (list.verdicts ?? []).filter((earlier) => earlier.line !== line);
  return {
    state: { ...list, verdicts: [...ofOtherLines, { ...decided, ...(personId !== undefined && { personId }) }] },
    events: [{ type: 'import.decided', data: { importId: list.id, municipality: list.municipality, line, decision } }],
  };
}

function assertChecked({ state }: Import): void {
  if (state === 'CHECKED') return;
  const tooEarly = state === 'CHECKING' || state === 'RECEIVING';
  throw new PeopleRefusal(
    tooEarly ? 'IMPORT_NOT_CHECKED' : 'IMPORT_CLOSED',
    'Possible duplicates are decided after the check and before the confirmation.',
  );
}

function personsOfOtherLines(decisions: DecideDuplicate['decisions'], line: number): string[] {
  return [...decisions].flatMap(([decidedLine, { personId }]) => (decidedLine === line ? [] : (personId ?? [])));
}

/** The candidate has the customer number of the line: nobody new can get it. */
const ownsNumber: ReadonlySet<string> = new Set(['OTHER_MUNICIPALITY', 'OTHER_IDENTITY']);

function assertPossible(
  { candidates }: ImportDuplicate,
  decision: DuplicateDecision['decision'],
  personId: string | undefined,
): void {
  const isCandidate = candidates.some(
    (candidate) => candidate.personId !== undefined && candidate.personId === personId,
  );
  if (decision === 'SAME_PERSON' && !isCandidate)
    throw new PeopleRefusal(
      'INVALID_INPUT',
      'must be one of the candidates. For an earlier line of the list, skip this one.',
      'personId',
    );
  if (decision !== 'SAME_PERSON' && personId !== undefined)
    throw new PeopleRefusal('INVALID_INPUT', 'is given for SAME_PERSON only.', 'personId');
  if (decision === 'NEW_PERSON' && candidates.some(({ reason }) => ownsNumber.has(reason)))
    throw new PeopleRefusal(
      'INVALID_INPUT',
      'the customer number belongs to the candidate; decide SAME_PERSON or SKIP.',
      'decision',
    );
}
