import { isDeepStrictEqual } from 'node:util';
import { isTaken } from '#shared/graph/answer.ts';
import { germanDay } from '#shared/calendar/days.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { completeImport } from '../commands/complete-import.ts';
import type { ImportDesk, Task } from '../import-desk.ts';
import { counted, type Import, type LineOutcome } from '../import.ts';
import { planSlice } from '../plan/plan-slice.ts';
import { LINES_PER_SLICE, sliceId, verdictsOf, type Slice } from '../staged.ts';
import { takeOverSlice } from './take-over-slice.ts';
import type { Verdict } from '../plan/verdict.ts';

/**
 * Takes a confirmed list over, slice by slice, until it is done or the time is up; the next call goes on where this one,
 * or a crash, ended.
 */
export async function takeOver(
  desk: ImportDesk,
  file: Import,
  { task, until }: { task: Task; until: number },
): Promise<Import> {
  const slices = Math.ceil((file.lines ?? 0) / LINES_PER_SLICE);
  const decided = await findAll(desk.staged.duplicates, { importId: file.id, decided: true });
  const verdicts = verdictsOf(file, decided);
  let { work } = task;
  while (work.slicesTakenOver < slices) {
    if (Date.now() > until) return file;
    const slice = await takeOverNext(desk, { file, verdicts, number: work.slicesTakenOver }, task);
    work = await advance(desk, slice, { ...task, work });
  }
  return desk.imports.change(file.id, (confirmed) => completeImport(confirmed ?? file, work.done), task.stamp);
}

type Next = { file: Import; verdicts: ReadonlyMap<number, Verdict>; number: number };

async function takeOverNext(
  { register, staged }: ImportDesk,
  { file, verdicts, number }: Next,
  { stamp }: Task,
): Promise<Slice> {
  const slice = await staged.slices.get(sliceId(file.id, number));
  if (!slice) throw new Error('a confirmed import without its lines');
  const on = file.confirmedOn ?? germanDay(new Date(stamp.at));
  const ofSlice = new Set(slice.lines.map(({ line }) => line));
  const decided = new Map([...verdicts].filter(([line]) => ofSlice.has(line)));
  for (let lost = 0; ; lost += 1) {
    const plan = await planSlice(register, { lines: slice.lines, verdicts: decided, on });
    // What comes of each line is noted first: after a crash in between, those already written would count as unchanged.
    const noted = await staged.slices.change(
      slice.id,
      (kept) => ({ state: withOutcomes(kept ?? slice, plan.outcomes), events: [] }),
      stamp,
    );
    try {
      await takeOverSlice(register, plan, { on, stamp });
      return noted;
    } catch (error) {
      // Somebody else was faster with a number of this slice: planned again, the line is about whom they registered.
      if (!isTaken(error) || lost > 2 * LINES_PER_SLICE) throw error;
    }
  }
}

/** As noted before, but for those whom somebody else created meanwhile. */
function withOutcomes(slice: Slice, planned: readonly LineOutcome[]): Slice {
  const outcomes = planned.map((outcome, at) =>
    slice.outcomes[at] === 'CREATED' ? outcome : (slice.outcomes[at] ?? outcome),
  );
  return isDeepStrictEqual(outcomes, slice.outcomes) ? slice : { ...slice, outcomes };
}

/** Counts the slice, unless another replica did. */
async function advance(
  { staged }: ImportDesk,
  { outcomes }: Slice,
  { work: before, stamp }: Task,
): Promise<Task['work']> {
  return staged.work.change(
    before.id,
    (work) => {
      if (!work) throw new Error('a confirmed import without its work');
      if (work.slicesTakenOver !== before.slicesTakenOver) return { state: work, events: [] };
      return {
        state: { ...work, slicesTakenOver: work.slicesTakenOver + 1, done: counted(work.done, outcomes) },
        events: [],
      };
    },
    stamp,
  );
}
