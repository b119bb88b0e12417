import { requireFound } from '#shared/graph/answer.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { benefitUnitSchema } from '../benefit-unit/benefit-unit.schema.ts';
import { personSchema } from '../person/person.schema.ts';
import { checkStaged } from './check/check-staged.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { startImport } from './commands/start-import.ts';
import { submitImport } from './commands/submit-import.ts';
import { importDesk, put, type ImportDesk } from './import-desk.ts';
import type { Import, ImportDecision } from './import.ts';
import { chunkId, newWork, workId } from './staged.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-08-15T10:00:00.000Z' };

/** A desk as the service sets it up. */
export function deskOf(documents: Documents): ImportDesk {
  return importDesk(documents, {
    persons: documents.collection('persons', personSchema, peopleEvents),
    benefitUnits: documents.collection('benefit-units', benefitUnitSchema, peopleEvents),
  });
}

const known = (file: Import | null): Import => requireFound(file, 'The import');
const stepOf = (desk: ImportDesk, importId: string, take: (file: Import | null) => ImportDecision): Promise<Import> =>
  desk.imports.change(importId, take, stamp);

/** An import that was begun; with a list, that was sent as its only piece. */
export async function startedImport(desk: ImportDesk, importId: string, list?: string): Promise<Import> {
  await put(desk.staged.work, { ...newWork(importId, 'r-1'), ...(list !== undefined && { pieces: 1 }) }, stamp);
  if (list !== undefined)
    await put(
      desk.staged.chunks,
      { id: chunkId(importId, 1), importId, content: Buffer.from(list).toString('base64') },
      stamp,
    );
  return stepOf(desk, importId, () =>
    startImport({ importId, municipality: '06431010', startedBy: 'anna.berg', startedAt: new Date().toISOString() }),
  );
}

/** Handed in and checked. */
export async function checkedImport(desk: ImportDesk, importId: string): Promise<void> {
  const file = await stepOf(desk, importId, (begun) => submitImport(known(begun), 1));
  await checkStaged(desk, file, {
    work: requireFound(await desk.staged.work.get(workId(importId)), 'The work'),
    stamp,
  });
}

/** A list of recipients that was sent, checked and confirmed, and of which nobody is taken over yet. */
export async function confirmedImport(desk: ImportDesk, importId: string, list: string): Promise<Import> {
  await startedImport(desk, importId, list);
  await checkedImport(desk, importId);
  return stepOf(desk, importId, (file) =>
    confirmImport(known(file), { confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-15', undecided: 0 }),
  );
}
