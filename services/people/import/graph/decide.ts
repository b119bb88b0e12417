import { withoutKey } from '#shared/graph/request.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Context } from '../../context.ts';
import { decideDuplicate } from '../commands/decide-duplicate.ts';
import type { Import } from '../import.ts';
import { myImport } from './my-import.ts';
import { duplicateId, verdictsOf, withVerdict, type Duplicate } from '../staged.ts';
import type { Verdict } from '../plan/verdict.ts';

export type DecideInput = {
  importId: string;
  line: number;
  decision: Verdict['decision'];
  personId?: string | null;
};

type Asking = Pick<Context, 'actor' | 'importing' | 'load' | 'now' | 'stamp'>;

/** Says who a line is. The import itself keeps it: so it is one person once, and decided before the import is confirmed, or not at all. */
export async function decide(input: DecideInput, context: Asking): Promise<{ import: Import; duplicate: Duplicate }> {
  const {
    imports,
    staged: { duplicates },
  } = context.importing;
  const { id: importId } = await myImport(input.importId, context);
  const personId = input.personId ?? undefined;
  const asked = await duplicates.get(duplicateId(importId, input.line));
  // Of anybody who is not asked about, it is not told whether there is such a person.
  if (personId !== undefined && asked?.candidates.some((candidate) => candidate.personId === personId))
    await assertMayJoin(personId, context);
  const before = await findAll(duplicates, { importId, decided: true });
  const command = {
    line: input.line,
    decision: input.decision,
    personId,
    decidedBy: context.actor.id,
    decidedAt: context.now,
  };
  const file = await imports.change(
    importId,
    (stored) => {
      const known = requireFound(stored, 'The import');
      return decideDuplicate(known, { ...command, duplicate: asked, verdicts: verdictsOf(known, before) });
    },
    context.stamp,
  );
  // Only noted here, so that a list of what is open does not show it; after a crash it is decided all the same.
  const noted = await duplicates.change(
    duplicateId(importId, input.line),
    (duplicate) => {
      const open = requireFound(duplicate, 'A question about this line');
      return { state: open.decided ? open : { ...open, decided: true }, events: [] };
    },
    withoutKey(context.stamp),
  );
  return { import: file, duplicate: withVerdict(file, noted) };
}

/** Matching a line to a person of another municipality moves that person, so the caller must work in both. */
async function assertMayJoin(personId: string, { actor, load }: Asking): Promise<void> {
  const person = requireFound(await load.person.load(personId), 'The person');
  if (!actor.municipalities.includes(person.municipality))
    throw new Refusal('FORBIDDEN', 'This person lives in a municipality you do not work for; ask a team lead of both.');
}
