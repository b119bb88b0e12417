import { requireFound } from '#shared/graph/answer.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Import, ImportDecision } from '../import.ts';
import type { Duplicate } from '../staged.ts';
import type { LineVerdict, Verdict } from '../plan/verdict.ts';

export type DecideDuplicate = Omit<LineVerdict, 'personId'> & {
  personId: string | undefined;
  /** The question about this line; null where there is none. */
  duplicate: Duplicate | null;
  /** What was decided about the lines of the list, this one included. */
  verdicts: ReadonlyMap<number, Verdict>;
};

/** Says who a line is. May be said differently until the import is confirmed. */
export function decideDuplicate(
  file: Import,
  { duplicate, verdicts, personId, ...said }: DecideDuplicate,
): ImportDecision {
  assertChecked(file);
  const question = requireFound(duplicate, 'A question about this line');
  const { line, decision } = said;
  const known = verdicts.get(line);
  if (known?.decision === decision && known.personId === personId) return { state: file, events: [] };
  assertPossible(question, decision, personId);
  const others = [...verdicts].flatMap(([other, verdict]) => (other === line ? [] : (verdict.personId ?? [])));
  if (personId !== undefined && others.includes(personId))
    throw new Refusal('INVALID_INPUT', 'personId: another line of this list is that person already.');

  const kept = (file.verdicts ?? []).filter((verdict) => verdict.line !== line);
  return {
    state: { ...file, verdicts: [...kept, { ...said, ...(personId !== undefined && { personId }) }] },
    events: [{ type: 'import.decided', data: { importId: file.id, municipality: file.municipality, line, decision } }],
  };
}

function assertChecked({ state }: Import): void {
  if (state === 'CHECKED') return;
  const tooEarly = state === 'CHECKING' || state === 'RECEIVING';
  throw new Refusal(
    tooEarly ? 'IMPORT_NOT_CHECKED' : 'IMPORT_CLOSED',
    'Possible duplicates are decided after the check and before the confirmation.',
  );
}

function assertPossible({ candidates }: Duplicate, decision: Verdict['decision'], personId: string | undefined): void {
  const candidate = candidates.some((offered) => offered.personId !== undefined && offered.personId === personId);
  if (decision === 'SAME_PERSON' && !candidate)
    throw new Refusal(
      'INVALID_INPUT',
      'personId: must be one of the candidates. For an earlier line of the list, skip this one.',
    );
  if (decision !== 'SAME_PERSON' && personId !== undefined)
    throw new Refusal('INVALID_INPUT', 'personId: is given for SAME_PERSON only.');
  if (decision === 'NEW_PERSON' && candidates.some(({ reason }) => reason === 'OTHER_MUNICIPALITY')) {
    throw new Refusal(
      'INVALID_INPUT',
      'decision: the customer number belongs to the candidate; decide SAME_PERSON or SKIP.',
    );
  }
}
