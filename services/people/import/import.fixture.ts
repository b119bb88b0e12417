import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { createLog } from '#shared/log.ts';
import { benefitUnitSchema } from '../benefit-unit/benefit-unit.schema.ts';
import { personSchema } from '../person/person.schema.ts';
import { checkList } from './check/check-list.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { startImport } from './commands/start-import.ts';
import { submitImport } from './commands/submit-import.ts';
import type { Import, ImportDecision } from './import.ts';
import { overwrite } from './staged/staged-imports.ts';
import { chunkId } from './upload/chunk.ts';
import { importDesk, type ImportDesk } from './work/import-desk.ts';
import { importWorkId, newImportWork, type ImportTask } from './work/import-work.ts';
import { importWorker, type ImportWorker } from './work/import-worker.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-08-15T10:00:00.000Z' };

export type ImportReplica = { documents: Documents; desk: ImportDesk; worker: ImportWorker };
export type ImportReplicas = { of: (number: number) => ImportReplica; [Symbol.asyncDispose]: () => Promise<void> };

/** Starts replicas of the service's import over one store in a folder of its own, which goes with them. */
export async function importReplicas(count: number): Promise<ImportReplicas> {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-import-'));
  const replicas = Array.from({ length: count }, (): ImportReplica => {
    const documents = sqliteDocuments(join(folder, 'people.sqlite'));
    const desk = importDesk(documents, {
      persons: documents.collection('persons', personSchema, peopleEvents),
      benefitUnits: documents.collection('benefit-units', benefitUnitSchema, peopleEvents),
    });
    return { documents, desk, worker: silentWorker(desk) };
  });
  return {
    of: (number) => requireFound(replicas[number] ?? null, 'The replica'),
    [Symbol.asyncDispose]: async () => {
      for (const { documents } of replicas) await documents.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function silentWorker(desk: ImportDesk): ImportWorker {
  return importWorker(desk, createLog('people', 'silent'));
}

/** Starts an import; with content, that is sent as its only piece. */
export async function startedImport(desk: ImportDesk, importId: string, content?: string): Promise<Import> {
  await overwrite(
    desk.staged.work,
    { ...newImportWork(importId, 'r-1'), ...(content !== undefined && { pieces: 1 }) },
    stamp,
  );
  if (content !== undefined)
    await overwrite(
      desk.staged.chunks,
      { id: chunkId(importId, 1), importId, content: Buffer.from(content).toString('base64') },
      stamp,
    );
  return desk.imports.change(
    importId,
    () =>
      startImport({ importId, municipality: '06431010', startedBy: 'anna.berg', startedAt: new Date().toISOString() }),
    stamp,
  );
}

/** Hands a started import in. */
export function submittedImport(desk: ImportDesk, importId: string): Promise<Import> {
  return takeStep(desk, importId, (started) => submitImport(started, 1));
}

/** Hands a started import in and checks it. */
export async function checkedImport(desk: ImportDesk, importId: string): Promise<void> {
  const list = await submittedImport(desk, importId);
  await checkList(desk, list, await taskOf(desk, importId));
}

/** Confirms a checked import. */
export function confirmChecked(desk: ImportDesk, importId: string): Promise<Import> {
  return takeStep(desk, importId, (checked) =>
    confirmImport(checked, { confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-15', undecided: 0 }),
  );
}

/** Sends, checks and confirms a list, of which nobody is taken over yet. */
export async function confirmedImport(desk: ImportDesk, importId: string, content: string): Promise<Import> {
  await startedImport(desk, importId, content);
  await checkedImport(desk, importId);
  return confirmChecked(desk, importId);
}

/** Lets workers take a confirmed list over to its end. A round ends after some seconds at most. */
export async function completedImport(
  { imports }: ImportDesk,
  importId: string,
  workers: ImportWorker[],
): Promise<Import> {
  for (;;) {
    const list = requireFound(await imports.get(importId), 'The import');
    if (list.state === 'COMPLETED') return list;
    await Promise.all(workers.map((worker) => worker.round()));
  }
}

export async function taskOf({ staged }: ImportDesk, importId: string): Promise<ImportTask> {
  return { work: requireFound(await staged.work.get(importWorkId(importId)), 'The work'), stamp };
}

function takeStep(desk: ImportDesk, importId: string, command: (list: Import) => ImportDecision): Promise<Import> {
  return desk.imports.change(importId, (list) => command(requireFound(list, 'The import')), stamp);
}
