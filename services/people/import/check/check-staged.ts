import { germanDay } from '#shared/calendar/days.ts';
import { municipalityOf } from '../../reference/municipalities.ts';
import { occupationOf } from '../../reference/occupations.ts';
import { checkFile } from './check-file.ts';
import { checkRegister } from './check-register.ts';
import { stageImport } from '../commands/stage-import.ts';
import { put, type ImportDesk, type Task } from '../import-desk.ts';
import { nothingYet, type Import } from '../import.ts';
import type { Problem } from '../read/problem.ts';
import { recipientReaders } from '../read/recipient-readers.ts';
import { sealChunks } from '../upload/seal-chunks.ts';
import { chunkId, problemId } from '../staged.ts';

/** More problems than anybody reads; the count tells that there are more. */
const PROBLEMS_KEPT = 1000;

/** Checks a whole file, and against the register who its lines are. Begun again after a crash, it comes to the same. */
export async function checkStaged(desk: ImportDesk, file: Import, task: Task): Promise<void> {
  const today = germanDay(new Date(task.stamp.at));
  const readers = recipientReaders({
    today,
    municipality: file.municipality,
    municipalities: { has: (ags) => municipalityOf(ags) !== undefined },
    occupations: { has: (code) => occupationOf(code) !== undefined },
  });
  const { lines, recipients, problems } = await checkFile(await bytesOf(desk, file, task), readers);
  const result =
    problems.length > 0
      ? { problems, duplicates: 0, planned: nothingYet }
      : await checkRegister(desk, { file, recipients, on: today }, task);
  await keepProblems(desk, { file, problems: result.problems }, task);
  const { state } = await desk.imports.change(
    file.id,
    (checked) => stageImport(checked ?? file, { ...result, lines, problems: result.problems.length }),
    task.stamp,
  );
  // Another replica has discarded and emptied it meanwhile: what was staged since then is emptied too.
  if (state === 'DISCARDED')
    await desk.staged.work.change(
      task.work.id,
      (work) => ({ state: { ...(work ?? task.work), finished: false }, events: [] }),
      task.stamp,
    );
}

/** What is checked is what is taken over: no piece is replaced any more. */
async function bytesOf(desk: ImportDesk, { id, chunks = 0 }: Import, task: Task): Promise<Uint8Array> {
  const sealed = new Map(
    (await sealChunks(desk, task, (content) => content)).map((chunk) => [chunk.id, chunk.content]),
  );
  return Buffer.concat(
    Array.from({ length: chunks }, (_, index) => Buffer.from(sealed.get(chunkId(id, index + 1)) ?? '', 'base64')),
  );
}

async function keepProblems(
  { staged }: ImportDesk,
  { file, problems }: { file: Import; problems: Problem[] },
  { stamp }: Task,
): Promise<void> {
  for (const [index, problem] of problems.slice(0, PROBLEMS_KEPT).entries()) {
    await put(staged.problems, { ...problem, id: problemId(file.id, index), importId: file.id }, stamp);
  }
}
