import { findAll } from '#shared/documents/find-all.ts';
import type { Import } from '../import.ts';
import { sealChunks } from '../upload/seal-chunks.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import { changeWork, type ImportTask } from '../work/import-work.ts';
import { LINES_PER_SLICE, sliceId } from './list-slice.ts';
import { overwrite } from './staged-imports.ts';

/**
 * Empties what was staged of an import that is completed or discarded, because it is personal: lines, values and
 * candidates go; counts, codes and decisions stay.
 */
export async function emptyStagedImport(
  desk: ImportDesk,
  { id: importId, lines = 0 }: Import,
  task: ImportTask,
): Promise<void> {
  const { staged } = desk;
  const { work, stamp } = task;
  await sealChunks(desk, task, () => '');
  for (let number = 0; number * LINES_PER_SLICE < Math.max(lines, work.lines); number += 1) {
    const id = sliceId(importId, number);
    if (await staged.slices.get(id)) await overwrite(staged.slices, { id, importId, lines: [], outcomes: [] }, stamp);
  }
  for (const problem of await findAll(staged.problems, { importId }))
    await overwrite(staged.problems, { ...problem, value: null }, stamp);
  for (const duplicate of await findAll(staged.duplicates, { importId }))
    await overwrite(staged.duplicates, { ...duplicate, candidates: [] }, stamp);
  await changeWork(desk.staged, task, { finished: true });
}
