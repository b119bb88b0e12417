import { germanDay } from '#shared/request.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import { occupationOf } from '../reference/occupations.ts';
import { checkFile } from './check-file.ts';
import { checkRegister } from './check-register.ts';
import { stageImport } from './commands/stage-import.ts';
import { put, type ImportDesk, type Task } from './import-desk.ts';
import { nothingYet, type Import } from './import.ts';
import type { Problem } from './problem.ts';
import { recipientReaders } from './recipient-readers.ts';
import { chunkId, problemId } from './staged.ts';

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
  const { lines, recipients, problems } = await checkFile(await bytesOf(desk, file), readers);
  const result = problems.length > 0 ? { problems, duplicates: 0, planned: nothingYet } : await checkRegister(desk, { file, recipients, on: today }, task);
  await keepProblems(desk, { file, problems: result.problems }, task);
  await desk.imports.change(file.id, (checked) => stageImport(checked ?? file, { ...result, lines, problems: result.problems.length }), task.stamp);
}

async function bytesOf({ staged }: ImportDesk, { id, chunks = 0 }: Import): Promise<Uint8Array> {
  const stored = await staged.chunks.getMany(Array.from({ length: chunks }, (_, index) => chunkId(id, index + 1)));
  return Buffer.concat(stored.map((chunk) => Buffer.from(chunk?.content ?? '', 'base64')));
}

async function keepProblems({ staged }: ImportDesk, { file, problems }: { file: Import; problems: Problem[] }, { stamp }: Task): Promise<void> {
  for (const [index, problem] of problems.slice(0, PROBLEMS_KEPT).entries()) {
    await put(staged.problems, { ...problem, id: problemId(file.id, index), importId: file.id }, stamp);
  }
}
