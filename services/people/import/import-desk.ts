import { peopleEvents } from '#shared/contracts/people.ts';
import type { Collection, Documents, Identified, Stamp } from '#shared/documents/documents.ts';
import type { Import } from './import.ts';
import { importSchema } from './import.schema.ts';
import type { Register } from './plan/register.ts';
import { stagedImports, type ImportWork, type Staged } from './staged.ts';

/** Where imports are worked on: their state, what they brought, and the register they go into. */
export type ImportDesk = { imports: Collection<Import>; staged: Staged; register: Register };

export function importDesk(documents: Documents, register: Register): ImportDesk {
  return {
    imports: documents.collection('imports', importSchema, peopleEvents),
    staged: stagedImports(documents),
    register,
  };
}

/** Work in the background, in the name of the request that asked for it. */
export type Task = { work: ImportWork; stamp: Stamp };

/** Writes a document of the staged ones as it is, over what was there. */
export async function put<State extends Identified>(
  collection: Collection<State>,
  state: State,
  stamp: Stamp,
): Promise<void> {
  await collection.change(state.id, () => ({ state, events: [] }), stamp);
}
