import { withoutKey } from '#shared/graph/request.ts';
import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import type { Context } from '../../context.ts';
import { addChunk, type AddChunkInput } from '../upload/add-chunk.ts';
import { assertComplete } from '../upload/chunks.ts';
import { confirmImport } from '../commands/confirm-import.ts';
import { discardImport } from '../commands/discard-import.ts';
import { startImport } from '../commands/start-import.ts';
import { submitImport } from '../commands/submit-import.ts';
import { decide, type DecideInput } from './decide.ts';
import { assertMayConfirm, assertMayImport } from './import-access.ts';
import type { Import, ImportDecision } from '../import.ts';
import { myImport } from './my-import.ts';
import { newWork, workId } from '../staged.ts';

type StartInput = { municipality: string };
type OfImport = { importId: string };
type CheckInput = OfImport & { chunks: number };
type With<Input> = { input: Input };

export const importMutations = {
  startImport: (_: unknown, { input }: With<StartInput>, context: Context) =>
    answerOrRefuse(() => start(input, context)),
  addImportChunk: (_: unknown, { input }: With<AddChunkInput>, context: Context) =>
    answerOrRefuse(() => addChunk(input, context)),
  checkImport: (_: unknown, { input }: With<CheckInput>, context: Context) =>
    answerOrRefuse(async () => {
      await myImport(input.importId, context);
      await assertComplete(context.importing.staged.chunks, input);
      return step(context, { input, allowed: assertMayImport }, (staged) => submitImport(staged, input.chunks));
    }),
  decideDuplicate: (_: unknown, { input }: With<DecideInput>, context: Context) =>
    answerOrRefuse(() => decide(input, context)),
  confirmImport: (_: unknown, { input }: With<OfImport>, context: Context) =>
    answerOrRefuse(async () => {
      const undecided = await context.importing.staged.duplicates.count({ importId: input.importId, decided: false });
      return step(context, { input, allowed: assertMayConfirm }, (staged) =>
        confirmImport(staged, { confirmedBy: context.actor.id, confirmedOn: context.today, undecided }),
      );
    }),
  discardImport: (_: unknown, { input }: With<OfImport>, context: Context) =>
    answerOrRefuse(() => step(context, { input, allowed: assertMayImport }, discardImport)),
};

type ImportPayload = { import: Import };

/** The work item is written first: without one nothing would ever process the import. Work without an import is given up after a while. */
async function start(input: StartInput, context: Context): Promise<ImportPayload> {
  const { municipality } = input;
  assertMunicipality(municipality);
  assertMayImport(context.actor, { municipality });
  const { imports, staged } = context.importing;
  const importId = context.newId();
  const begun = await imports.get(importId);
  if (begun) return { import: begun };
  await staged.work.change(
    workId(importId),
    (work) => ({
      state: { ...(work ?? newWork(importId, context.requestId)), notedAt: context.now, finished: false },
      events: [],
    }),
    withoutKey(context.stamp),
  );
  const decision = (existing: Import | null): ImportDecision =>
    existing
      ? { state: existing, events: [] }
      : startImport({ importId, municipality, startedBy: context.actor.id, startedAt: context.now });
  return { import: await imports.change(importId, decision, context.stamp) };
}

type Step = { input: OfImport; allowed: (actor: Context['actor'], file: Import) => void };

/** One step of an import's life, and the work it brings. */
async function step(
  context: Context,
  { input, allowed }: Step,
  take: (file: Import) => ImportDecision,
): Promise<ImportPayload | RefusalPayload> {
  const { imports, staged, wake } = context.importing;
  allowed(context.actor, await myImport(input.importId, context));
  const file = await imports.change(
    input.importId,
    (stored) => take(requireFound(stored, 'The import')),
    context.stamp,
  );
  await staged.work.change(
    workId(file.id),
    (work) => ({
      state: { ...(work ?? newWork(file.id, context.requestId)), requestId: context.requestId },
      events: [],
    }),
    withoutKey(context.stamp),
  );
  wake();
  return { import: file };
}
