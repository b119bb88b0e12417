import { findAll } from '#shared/documents/find-all.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { withoutKey } from '#shared/graph/request.ts';
import type { Context } from '../../context.ts';
import { decideDuplicate } from '../commands/decide-duplicate.ts';
import type { Import } from '../import.ts';
import {
  decisionsOf,
  duplicateId,
  withDecision,
  type DuplicateDecision,
  type ImportDuplicate,
} from '../staged/import-duplicate.ts';
import { requireOwnImport } from './import-access.ts';
import { PeopleRefusal } from '../../refusal.ts';

export type DecideDuplicateInput = {
  importId: string;
  line: number;
  decision: DuplicateDecision['decision'];
  personId?: string;
};

type DecidingContext = Pick<Context, 'actor' | 'importing' | 'load' | 'now' | 'stamp'>;

/**
 * Decides which person a line is about. The import itself keeps it: so no two lines are the same person, and nothing is
 * decided after the confirmation.
 */
export async function decideOnLine(
  { importId, line, decision, personId }: DecideDuplicateInput,
  context: DecidingContext,
): Promise<{ import: Import; duplicate: ImportDuplicate }> {
  const {
    imports,
    staged: { duplicates },
  } = context.importing;
  await requireOwnImport(importId, context);
  const duplicate = await duplicates.get(duplicateId(importId, line));
  // Only a candidate is looked up: of anybody else it is not revealed whether there is such a person.
  if (personId !== undefined && duplicate?.candidates.some((candidate) => candidate.personId === personId))
    await assertMayMove(personId, context);
  const decidedBefore = await findAll(duplicates, { importId, decided: true });
  const command = { line, decision, personId, decidedBy: context.actor.id, decidedAt: context.now };
  const list = await imports.change(
    importId,
    (stored) => {
      const before = requireFound(stored, 'The import');
      return decideDuplicate(before, { ...command, duplicate, decisions: decisionsOf(before, decidedBefore) });
    },
    context.stamp,
  );
  const decided = await markDecided(duplicateId(importId, line), context);
  return { import: list, duplicate: withDecision(list, decided) };
}

/** Takes a question off the list of open ones. That is all it is for: after a crash before it, the decision stands. */
async function markDecided(id: string, { importing, stamp }: DecidingContext): Promise<ImportDuplicate> {
  return importing.staged.duplicates.change(
    id,
    (stored) => {
      const duplicate = requireFound(stored, 'A question about this line');
      return { state: duplicate.decided ? duplicate : { ...duplicate, decided: true }, events: [] };
    },
    withoutKey(stamp),
  );
}

/** Matching a line to a person of another municipality moves that person, so the caller must work in both. */
async function assertMayMove(personId: string, { actor, load }: DecidingContext): Promise<void> {
  const person = requireFound(await load.person.load(personId), 'The person');
  if (!actor.municipalities.includes(person.municipality))
    throw new PeopleRefusal(
      'FORBIDDEN',
      'This person lives in a municipality you do not work for; ask a team lead of both.',
    );
}
