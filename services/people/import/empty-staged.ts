import { findAll } from '#shared/documents/find-all.ts';
import { put, type ImportDesk, type Task } from './import-desk.ts';
import type { Import } from './import.ts';
import { sealChunks } from './upload/seal-chunks.ts';
import { LINES_PER_SLICE, sliceId } from './staged.ts';

/** What was staged is personal, and has done its duty: lines, values and candidates go; counts, codes and decisions stay. */
export async function emptyStaged(desk: ImportDesk, { id: importId, lines = 0 }: Import, task: Task): Promise<void> {
  const { staged } = desk;
  const { work, stamp } = task;
  await sealChunks(desk, task, () => '');
  for (let number = 0; number * LINES_PER_SLICE < Math.max(lines, work.lines); number += 1) {
    const id = sliceId(importId, number);
    if (await staged.slices.get(id)) await put(staged.slices, { id, importId, lines: [], outcomes: [] }, stamp);
  }
  for (const problem of await findAll(staged.problems, { importId }))
    await put(staged.problems, { ...problem, value: null }, stamp);
  for (const duplicate of await findAll(staged.duplicates, { importId }))
    await put(staged.duplicates, { ...duplicate, candidates: [] }, stamp);
  await staged.work.change(
    work.id,
    (current) => ({ state: { ...(current ?? work), finished: true }, events: [] }),
    stamp,
  );
}
