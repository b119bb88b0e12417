import { answer, found, type Refused } from '#shared/answer.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import type { Context } from '../context.ts';
import { assertMunicipality } from '../reference/assert-known.ts';
import { assertChunk, assertComplete } from './chunks.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { decideDuplicate } from './commands/decide-duplicate.ts';
import { discardImport } from './commands/discard-import.ts';
import { startImport } from './commands/start-import.ts';
import { submitImport } from './commands/submit-import.ts';
import { findAll } from './find-all.ts';
import { assertImports, assertMayConfirm, assertMayImport } from './import-access.ts';
import { put } from './import-desk.ts';
import type { Import, ImportDecision } from './import.ts';
import { chunkId, duplicateId, newWork, workId, type Duplicate, type Verdict } from './staged.ts';

type StartInput = Repeatable & { municipality: string };
type OfImport = Repeatable & { importId: string };
type ChunkInput = OfImport & { number: number; content: string };
type CheckInput = OfImport & { chunks: number };
type DecideInput = OfImport & { line: number; decision: Verdict['decision']; personId?: string | null };
type With<Input> = { input: Input };

export const importMutations = {
  startImport: (_: unknown, { input }: With<StartInput>, context: Context) => answer(() => start(input, context)),
  addImportChunk: (_: unknown, { input }: With<ChunkInput>, context: Context) => answer(() => addChunk(input, context)),
  checkImport: (_: unknown, { input }: With<CheckInput>, context: Context) =>
    answer(async () => {
      await mine(input.importId, context);
      await assertComplete(context.importing.staged.chunks, input);
      return step(context, { input, allowed: assertMayImport }, (staged) => submitImport(staged, input.chunks));
    }),
  decideDuplicate: (_: unknown, { input }: With<DecideInput>, context: Context) => answer(() => decide(input, context)),
  confirmImport: (_: unknown, { input }: With<OfImport>, context: Context) =>
    answer(async () => {
      const undecided = await context.importing.staged.duplicates.count({ importId: input.importId, decided: false });
      return step(context, { input, allowed: assertMayConfirm }, (staged) => confirmImport(staged, { confirmedBy: context.actor.id, confirmedOn: context.today, undecided }));
    }),
  discardImport: (_: unknown, { input }: With<OfImport>, context: Context) => answer(() => step(context, { input, allowed: assertMayImport }, discardImport)),
};

type ImportPayload = { import: Import };

/** The work is noted first: an import without work would never be gone on with. */
async function start(input: StartInput, context: Context): Promise<ImportPayload> {
  const { municipality } = input;
  assertMunicipality(municipality);
  assertMayImport(context.actor, { municipality });
  const { imports, staged } = context.importing;
  const importId = context.newId(input);
  await staged.work.change(workId(importId), (work) => ({ state: work ?? newWork(importId, context.requestId), events: [] }), context.stamp({}));
  const decision = (existing: Import | null): ImportDecision =>
    existing ? { state: existing, events: [] } : startImport({ importId, municipality, startedBy: context.actor.id, startedAt: context.now });
  return { import: await imports.change(importId, decision, context.stamp(input)) };
}

async function addChunk(input: ChunkInput, context: Context): Promise<ImportPayload> {
  const { importId, number, content } = input;
  const file = await mine(importId, context);
  if (file.state !== 'RECEIVING') throw new Refusal('IMPORT_CLOSED', 'The file was handed in as complete; start a new import for another one.');
  assertChunk(input);
  await put(context.importing.staged.chunks, { id: chunkId(importId, number), importId, content }, context.stamp({}));
  return { import: file };
}

async function decide(input: DecideInput, context: Context): Promise<ImportPayload & { duplicate: Duplicate }> {
  const file = await mine(input.importId, context);
  if (file.state !== 'CHECKED') throw new Refusal(file.state === 'CHECKING' || file.state === 'RECEIVING' ? 'IMPORT_NOT_CHECKED' : 'IMPORT_CLOSED', 'Possible duplicates are decided after the check and before the confirmation.');
  const personId = input.personId ?? undefined;
  if (personId !== undefined) await assertMayJoin(personId, context);
  const { duplicates } = context.importing.staged;
  const others = (await findAll(duplicates, { importId: file.id, decided: true })).filter(({ line }) => line !== input.line);
  const command = { decision: input.decision, personId, decidedBy: context.actor.id, decidedAt: context.now, taken: others.flatMap(({ verdict }) => verdict?.personId ?? []) };
  const duplicate = await duplicates.change(duplicateId(file.id, input.line), (asked) => decideDuplicate(found(asked, 'A question about this line'), command), context.stamp(input));
  return { import: file, duplicate };
}

/** Who makes a line somebody of another municipality moves that person: that takes somebody who works in both. */
async function assertMayJoin(personId: string, { actor, load }: Context): Promise<void> {
  const person = found(await load.person.load(personId), 'The person');
  if (!actor.municipalities.includes(person.municipality)) throw new Refusal('FORBIDDEN', 'This person lives in a municipality you do not work for; ask a team lead of both.');
}

type Step = { input: OfImport; allowed: (actor: Context['actor'], file: Import) => void };

/** One step of an import's life, and the work it brings. */
async function step(context: Context, { input, allowed }: Step, take: (file: Import) => ImportDecision): Promise<ImportPayload | Refused> {
  const { imports, staged, wake } = context.importing;
  allowed(context.actor, await mine(input.importId, context));
  const file = await imports.change(input.importId, (stored) => take(found(stored, 'The import')), context.stamp(input));
  await staged.work.change(workId(file.id), (work) => ({ state: { ...(work ?? newWork(file.id, context.requestId)), requestId: context.requestId }, events: [] }), context.stamp({}));
  wake();
  return { import: file };
}

/** Whether an import of another municipality exists is not told either. */
async function mine(importId: string, { actor, importing }: Context): Promise<Import> {
  assertImports(actor);
  const file = found(await importing.imports.get(importId), 'The import');
  if (!actor.municipalities.includes(file.municipality)) throw new Refusal('NOT_FOUND', 'The import was not found.');
  return file;
}
