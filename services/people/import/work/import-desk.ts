import { peopleEvents } from '#shared/contracts/people.ts';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import { importSchema } from '../import.schema.ts';
import type { Import } from '../import.ts';
import type { Register } from '../plan/register.ts';
import { stagedImports, type StagedImports } from '../staged/staged-imports.ts';
import type { ImportWork } from './import-work.ts';

/** The stores of an import: its state, what was staged of its list, and the register that takes the list over. */
export type ImportDesk = { imports: Collection<Import>; staged: StagedImports; register: Register };

export function importDesk(documents: Documents, register: Register): ImportDesk {
  return {
    imports: documents.collection('imports', importSchema, peopleEvents),
    staged: stagedImports(documents),
    register,
  };
}

/** Work in the background, in the name of the request that asked for it. */
export type ImportTask = { work: ImportWork; stamp: Stamp };

/** Writes how far the work of a task has come. */
export async function changeWork(
  { staged }: ImportDesk,
  { work, stamp }: ImportTask,
  changes: Partial<ImportWork>,
): Promise<ImportWork> {
  return staged.work.change(work.id, (current) => ({ state: { ...(current ?? work), ...changes }, events: [] }), stamp);
}
