import { Refusal } from '#shared/refusal.ts';
import type { Duplicate, Verdict } from '../staged.ts';

export type DecideDuplicate = Omit<Verdict, 'personId'> & {
  personId: string | undefined;
  /** Who other lines of the same list were decided to be. */
  taken: readonly string[];
};

/** Says who a line is. May be said differently until the import is confirmed. */
export function decideDuplicate(duplicate: Duplicate, { taken, decision, personId, ...by }: DecideDuplicate): { state: Duplicate; events: [] } {
  if (duplicate.verdict?.decision === decision && duplicate.verdict.personId === personId) return { state: duplicate, events: [] };
  const candidate = duplicate.candidates.some((offered) => offered.personId !== undefined && offered.personId === personId);
  if (decision === 'SAME_PERSON' && !candidate) throw new Refusal('INVALID_INPUT', 'personId: must be one of the candidates. For an earlier line of the list, skip this one.');
  if (decision !== 'SAME_PERSON' && personId !== undefined) throw new Refusal('INVALID_INPUT', 'personId: is given for SAME_PERSON only.');
  if (decision === 'NEW_PERSON' && duplicate.candidates.some(({ reason }) => reason === 'OTHER_MUNICIPALITY')) {
    throw new Refusal('INVALID_INPUT', 'decision: the customer number belongs to the candidate; decide SAME_PERSON or SKIP.');
  }
  if (personId !== undefined && taken.includes(personId)) throw new Refusal('INVALID_INPUT', 'personId: another line of this list is that person already.');
  return { state: { ...duplicate, decided: true, verdict: { decision, ...by, ...(personId !== undefined && { personId }) } }, events: [] };
}
