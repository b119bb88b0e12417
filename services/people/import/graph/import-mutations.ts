import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { withoutKey } from '#shared/graph/request.ts';
import type { Context } from '../../context.ts';
import { confirmImport } from '../commands/confirm-import.ts';
import { discardImport } from '../commands/discard-import.ts';
import { startImport } from '../commands/start-import.ts';
import { submitImport } from '../commands/submit-import.ts';
import type { Import, ImportDecision } from '../import.ts';
import { addImportChunk, type AddImportChunkInput } from '../upload/add-import-chunk.ts';
import { assertEveryChunk } from '../upload/chunk.ts';
import { importWorkId, newImportWork, type ImportWork } from '../work/import-work.ts';
import { decideOnLine, type DecideDuplicateInput } from './decide-on-line.ts';
import { assertMayConfirm, assertMayImport, requireOwnImport } from './import-access.ts';

type StartImportInput = { municipality: string };
type ImportInput = { importId: string };
type CheckImportInput = ImportInput & { chunks: number };
type With<Input> = { input: Input };

export const importMutations = {
  startImport: (_: unknown, { input }: With<StartImportInput>, context: Context) =>
    answerOrRefuse(() => beginImport(input, context)),
  addImportChunk: (_: unknown, { input }: With<AddImportChunkInput>, context: Context) =>
    answerOrRefuse(() => addImportChunk(input, context)),
  checkImport: (_: unknown, { input }: With<CheckImportInput>, context: Context) =>
    answerOrRefuse(async () => {
      await requireOwnImport(input.importId, context);
      await assertEveryChunk(context.importing.staged.chunks, input);
      return takeStep(context, { input, authorise: assertMayImport }, (list) => submitImport(list, input.chunks));
    }),
  decideDuplicate: (_: unknown, { input }: With<DecideDuplicateInput>, context: Context) =>
    answerOrRefuse(() => decideOnLine(input, context)),
  confirmImport: (_: unknown, { input }: With<ImportInput>, context: Context) =>
    answerOrRefuse(async () => {
      const undecided = await context.importing.staged.duplicates.count({ importId: input.importId, decided: false });
      return takeStep(context, { input, authorise: assertMayConfirm }, (list) =>
        confirmImport(list, { confirmedBy: context.actor.id, confirmedOn: context.today, undecided }),
      );
    }),
  discardImport: (_: unknown, { input }: With<ImportInput>, context: Context) =>
    answerOrRefuse(() => takeStep(context, { input, authorise: assertMayImport }, discardImport)),
};

type ImportPayload = { import: Import };

/**
 * Begins an import. The work is written first: without it nothing would ever process the import. Work without an import
 * is given up after a while.
 */
async function beginImport({ municipality }: StartImportInput, context: Context): Promise<ImportPayload> {
  assertMunicipality(municipality);
  assertMayImport(context.actor, { municipality });
  const { imports } = context.importing;
  const importId = context.newId();
  const begunBefore = await imports.get(importId);
  if (begunBefore) return { import: begunBefore };
  await noteWork(importId, context, { notedAt: context.now, finished: false });
  const list = await imports.change(
    importId,
    (existing) =>
      existing
        ? { state: existing, events: [] }
        : startImport({ importId, municipality, startedBy: context.actor.id, startedAt: context.now }),
    context.stamp,
  );
  return { import: list };
}

type Step = { input: ImportInput; authorise: (actor: Context['actor'], list: Import) => void };

/** Takes one step of an import's life, and wakes the worker for the work that follows. */
async function takeStep(
  context: Context,
  { input, authorise }: Step,
  command: (list: Import) => ImportDecision,
): Promise<ImportPayload | RefusalPayload> {
  const { imports, wake } = context.importing;
  authorise(context.actor, await requireOwnImport(input.importId, context));
  const list = await imports.change(
    input.importId,
    (stored) => command(requireFound(stored, 'The import')),
    context.stamp,
  );
  await noteWork(list.id, context, { requestId: context.requestId });
  wake();
  return { import: list };
}

async function noteWork(importId: string, context: Context, changes: Partial<ImportWork>): Promise<void> {
  await context.importing.staged.work.change(
    importWorkId(importId),
    (work) => ({ state: { ...(work ?? newImportWork(importId, context.requestId)), ...changes }, events: [] }),
    withoutKey(context.stamp),
  );
}
