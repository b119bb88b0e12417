import { checkList, stageResult } from '../check/check-list.ts';
import { emptyTally, type Import } from '../import.ts';
import type { ListProblem } from '../read/list-problem.ts';
import type { ImportDesk } from './import-desk.ts';
import { changeWork, type ImportTask } from './import-work.ts';

/** Long enough for a pause of the process, short enough that a check goes on soon after a crash. */
const LEASE_SECONDS = 8;
const RENEWED_EVERY_MS = 2000;
/** A check that was begun this often and has not ended has stopped its process as often. */
const MOST_BEGUN = 2;

/** Checks a list unless another replica checks one. A check that stopped its process twice is not begun again. */
export async function checkAlone(
  desk: ImportDesk,
  list: Import,
  { task, holder }: { task: ImportTask; holder: string },
): Promise<void> {
  const hold = (seconds: number): Promise<number | null> => desk.lease('import-check', holder, seconds);
  if ((await hold(LEASE_SECONDS)) === null) return;
  // What is lost with a renewal is not more than a check that two replicas make, with the same result.
  const renewing = setInterval(() => void hold(LEASE_SECONDS).catch(() => null), RENEWED_EVERY_MS);
  try {
    await checkCounted(desk, list, task);
  } finally {
    clearInterval(renewing);
    await hold(0);
  }
}

async function checkCounted(desk: ImportDesk, list: Import, task: ImportTask): Promise<void> {
  const { checksBegun = 0 } = (await desk.staged.work.get(task.work.id)) ?? task.work;
  if (checksBegun >= MOST_BEGUN)
    return stageResult(
      desk,
      { list, result: { lines: 0, problems: [givenUp], duplicates: 0, planned: emptyTally } },
      task,
    );
  await changeWork(desk.staged, task, { checksBegun: checksBegun + 1 });
  try {
    await checkList(desk, list, task);
  } catch (error) {
    // The store did not answer, say: the process lives, and the check is tried again however often.
    await changeWork(desk.staged, task, { checksBegun });
    throw error;
  }
}

const givenUp: ListProblem = {
  line: 1,
  column: null,
  value: null,
  code: 'CHECK_GIVEN_UP',
  expected:
    'a list whose check ends: checking this one stopped the service twice; send it in parts, or have it looked at',
};
