import { found } from '#shared/answer.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { benefitUnitSchema } from '../benefit-unit.schema.ts';
import { personSchema } from '../person.schema.ts';
import { checkStaged } from './check-staged.ts';
import { confirmImport } from './commands/confirm-import.ts';
import { startImport } from './commands/start-import.ts';
import { submitImport } from './commands/submit-import.ts';
import { importDesk, put, type ImportDesk } from './import-desk.ts';
import type { Import, ImportDecision } from './import.ts';
import { chunkId, newWork } from './staged.ts';

const stamp: Stamp = { requestId: 'r-1', at: '2026-08-15T10:00:00.000Z' };

/** A desk as the service sets it up. */
export function deskOf(documents: Documents): ImportDesk {
  return importDesk(documents, { persons: documents.collection('persons', personSchema, peopleEvents), benefitUnits: documents.collection('benefit-units', benefitUnitSchema, peopleEvents) });
}

/** A list of recipients that was sent, checked and confirmed, and of which nobody is taken over yet. */
export async function confirmedImport(desk: ImportDesk, importId: string, list: string): Promise<Import> {
  const step = (take: (file: Import | null) => ImportDecision): Promise<Import> => desk.imports.change(importId, take, stamp);
  const known = (file: Import | null): Import => found(file, 'The import');
  const work = newWork(importId, 'r-1');
  await put(desk.staged.work, work, stamp);
  await put(desk.staged.chunks, { id: chunkId(importId, 1), importId, content: Buffer.from(list).toString('base64') }, stamp);
  await step(() => startImport({ importId, municipality: '06431010', startedBy: 'anna.berg', startedAt: new Date().toISOString() }));
  await checkStaged(desk, await step((file) => submitImport(known(file), 1)), { work, stamp });
  return step((file) => confirmImport(known(file), { confirmedBy: 'miriam.vogt', confirmedOn: '2026-08-15', undecided: 0 }));
}
