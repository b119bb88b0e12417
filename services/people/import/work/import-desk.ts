import { peopleEvents } from '#shared/contracts/people.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { importSchema } from '../import.schema.ts';
import type { Import } from '../import.ts';
import type { Register } from '../plan/register.ts';
import { stagedImports, type StagedImports } from '../staged/staged-imports.ts';

/** The stores of an import: its state, what was staged of its list, and the register that takes the list over. */
export type ImportDesk = {
  imports: Collection<Import>;
  staged: StagedImports;
  register: Register;
  lease: Documents['lease'];
};

export function importDesk(documents: Documents, register: Register): ImportDesk {
  return {
    imports: documents.collection('imports', importSchema, peopleEvents),
    staged: stagedImports(documents),
    register,
    lease: documents.lease,
  };
}
