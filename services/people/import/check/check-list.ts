import { germanDay } from '#shared/calendar/days.ts';
import { municipalityOf } from '../../reference/municipalities.ts';
import { occupationOf } from '../../reference/occupations.ts';
import { stageImport } from '../commands/stage-import.ts';
import { emptyTally, type Import, type ImportTally } from '../import.ts';
import type { ListProblem } from '../read/list-problem.ts';
import { recipientReaders } from '../read/recipient-readers.ts';
import { overwrite } from '../staged/staged-imports.ts';
import { problemId } from '../staged/staged-problem.ts';
import { chunkId } from '../upload/chunk.ts';
import { sealChunks } from '../upload/seal-chunks.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import { changeWork, type ImportTask } from '../work/import-work.ts';
import { checkFile } from './check-file.ts';
import { checkRegister } from './check-register.ts';

/** More problems than anybody reads; the count shows that there are more. */
const MAX_PROBLEMS = 1000;

/**
 * Checks the file of an import, and its lines against the register. Begun again after a crash, the result is the same.
 */
export async function checkList(desk: ImportDesk, list: Import, task: ImportTask): Promise<void> {
  const today = germanDay(new Date(task.stamp.at));
  const readers = recipientReaders({
    today,
    municipality: list.municipality,
    municipalities: { has: (ags) => municipalityOf(ags) !== undefined },
    occupations: { has: (code) => occupationOf(code) !== undefined },
  });
  const { lines, recipients, problems } = await checkFile(await bytesOf(desk, list, task), readers);
  const result =
    problems.length > 0
      ? { problems, duplicates: 0, planned: emptyTally }
      : await checkRegister(desk, { list, recipients, on: today }, task);
  await stageResult(desk, { list, result: { ...result, lines } }, task);
}

type CheckResult = { lines: number; problems: ListProblem[]; duplicates: number; planned: ImportTally };

/** Ends a check: keeps what it found, and what taking the list over would do. */
export async function stageResult(
  desk: ImportDesk,
  { list, result }: { list: Import; result: CheckResult },
  task: ImportTask,
): Promise<void> {
  await stageProblems(desk, { list, problems: result.problems }, task);
  const { state } = await desk.imports.change(
    list.id,
    (checking) => stageImport(checking ?? list, { ...result, problems: result.problems.length }),
    task.stamp,
  );
  // Another replica has discarded and emptied it meanwhile: what was staged since then is emptied too.
  if (state === 'DISCARDED') await changeWork(desk.staged, task, { finished: false });
}

/** Returns the whole file. What is checked is what is taken over: from now on no piece is replaced. */
async function bytesOf(desk: ImportDesk, { id, chunks = 0 }: Import, task: ImportTask): Promise<Uint8Array> {
  const sealed = new Map(
    (await sealChunks(desk, task, (content) => content)).map((chunk) => [chunk.id, chunk.content]),
  );
  return Buffer.concat(
    Array.from({ length: chunks }, (_, index) => Buffer.from(sealed.get(chunkId(id, index + 1)) ?? '', 'base64')),
  );
}

async function stageProblems(
  { staged }: ImportDesk,
  { list, problems }: { list: Import; problems: ListProblem[] },
  { stamp }: ImportTask,
): Promise<void> {
  for (const [index, problem] of problems.slice(0, MAX_PROBLEMS).entries()) {
    await overwrite(staged.problems, { ...problem, id: problemId(list.id, index), importId: list.id }, stamp);
  }
}
