import { findAll } from '#shared/documents/find-all.ts';
import { completeImport } from '../commands/complete-import.ts';
import { addOutcomes, type Import } from '../import.ts';
import { decisionsOf } from '../staged/import-duplicate.ts';
import { LINES_PER_SLICE, type ListSlice } from '../staged/list-slice.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import type { ImportTask } from '../work/import-work.ts';
import { takeOverSlice } from './take-over-slice.ts';

/**
 * Takes a confirmed list over, slice by slice, until it is done or the time is up. The next call continues where this
 * one, or a crash, ended.
 */
export async function takeOverList(
  desk: ImportDesk,
  list: Import,
  { task, until }: { task: ImportTask; until: number },
): Promise<Import> {
  const slices = Math.ceil((list.lines ?? 0) / LINES_PER_SLICE);
  const duplicates = await findAll(desk.staged.duplicates, { importId: list.id, decided: true });
  const decisions = decisionsOf(list, duplicates);
  let { work } = task;
  while (work.slicesTakenOver < slices) {
    if (Date.now() > until) return list;
    const slice = await takeOverSlice(desk, { list, decisions, number: work.slicesTakenOver }, task);
    work = await countSlice(desk, slice, { ...task, work });
  }
  return desk.imports.change(list.id, (confirmed) => completeImport(confirmed ?? list, work.done), task.stamp);
}

/** Adds the outcomes of a slice to the work, unless another replica did. */
async function countSlice(
  { staged }: ImportDesk,
  { outcomes }: ListSlice,
  { work: before, stamp }: ImportTask,
): Promise<ImportTask['work']> {
  return staged.work.change(
    before.id,
    (work) => {
      if (!work) throw new Error('a confirmed import without its work');
      if (work.slicesTakenOver !== before.slicesTakenOver) return { state: work, events: [] };
      return {
        state: { ...work, slicesTakenOver: work.slicesTakenOver + 1, done: addOutcomes(work.done, outcomes) },
        events: [],
      };
    },
    stamp,
  );
}
