import type { Collection, Documents, Identified, Stamp } from '#shared/documents/documents.ts';
import { importChunkSchema, type ImportChunk } from '../upload/chunk.ts';
import { importWorkSchema, type ImportWork } from '../work/import-work.ts';
import { importDuplicateSchema, type ImportDuplicate } from './import-duplicate.ts';
import { listSliceSchema, type ListSlice } from './list-slice.ts';
import { stagedProblemSchema, type StagedProblem } from './staged-problem.ts';

/** What lies between the file and the register. Internal to this service: no event tells of it. */
export type StagedImports = {
  chunks: Collection<ImportChunk>;
  slices: Collection<ListSlice>;
  problems: Collection<StagedProblem>;
  duplicates: Collection<ImportDuplicate>;
  work: Collection<ImportWork>;
};

export function stagedImports(documents: Documents): StagedImports {
  return {
    chunks: documents.collection('import-chunks', importChunkSchema),
    slices: documents.collection('import-lines', listSliceSchema),
    problems: documents.collection('import-problems', stagedProblemSchema),
    duplicates: documents.collection('import-duplicates', importDuplicateSchema),
    work: documents.collection('import-work', importWorkSchema),
  };
}

/** Writes a staged document, whatever its earlier state. */
export async function overwrite<State extends Identified>(
  collection: Collection<State>,
  state: State,
  stamp: Stamp,
): Promise<void> {
  await collection.change(state.id, () => ({ state, events: [] }), stamp);
}
