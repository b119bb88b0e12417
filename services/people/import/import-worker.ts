import { findAll } from '#shared/documents/find-all.ts';
import type { Log } from '#shared/log.ts';
import { checkStaged } from './check/check-staged.ts';
import { discardImport } from './commands/discard-import.ts';
import { emptyStaged } from './empty-staged.ts';
import type { ImportDesk, Task } from './import-desk.ts';
import type { Import } from './import.ts';
import { takeOver } from './take-over/take-over.ts';

export type ImportWorker = {
  /** Does what is to be done for the imports under way, for a few seconds at most. What a crash left behind is done too. */
  round: () => Promise<void>;
  /** Begins a round now; nobody waits for it. */
  wake: () => void;
};

/** How long one round takes over lines at most, so that a stop does not have to wait longer. */
const ROUND_MS = 5000;
const NEVER_BEGUN_AFTER_MS = 60 * 60 * 1000;
/** Staged personal data that nobody takes over or discards is not kept. */
const FORGOTTEN_AFTER_DAYS = 14;

export function importWorker(desk: ImportDesk, log: Log): ImportWorker {
  let current: Promise<void> | undefined;
  let wakes = 0;
  const rounds = async (): Promise<void> => {
    // A call that comes during a round is too late for it.
    for (let answered = -1; answered !== wakes;) {
      answered = wakes;
      await workOnAll(desk);
    }
  };
  const round = (): Promise<void> => {
    current ??= rounds().finally(() => (current = undefined));
    return current;
  };
  const wake = (): void => {
    wakes += 1;
    round().catch((error: unknown) => log.error({ err: error }, 'an import waits; it is gone on with'));
  };
  return { round, wake };
}

async function workOnAll(desk: ImportDesk): Promise<void> {
  for (const work of await findAll(desk.staged.work, { finished: false })) {
    const file = await desk.imports.get(work.importId);
    const task: Task = { work, stamp: { requestId: work.requestId, at: new Date().toISOString() } };
    await (file ? workOn(desk, file, task) : giveUp(desk, task));
  }
}

/** The work is noted before the import: it was begun just now; or a crash came in between, and whoever begins it again notes it anew. */
async function giveUp({ staged }: ImportDesk, { work: { id, notedAt }, stamp }: Task): Promise<void> {
  const isOver = (at = ''): boolean => at < new Date(Date.parse(stamp.at) - NEVER_BEGUN_AFTER_MS).toISOString();
  if (!isOver(notedAt)) return;
  await staged.work.change(
    id,
    (work) => {
      if (!work) throw new Error('work that was found');
      return { state: isOver(work.notedAt) ? { ...work, finished: true } : work, events: [] };
    },
    stamp,
  );
}

async function workOn(desk: ImportDesk, file: Import, task: Task): Promise<void> {
  switch (file.state) {
    case 'CHECKING':
      return checkStaged(desk, file, task);
    case 'CONFIRMED': {
      const after = await takeOver(desk, file, { task, until: Date.now() + ROUND_MS });
      return after.state === 'COMPLETED' ? emptyStaged(desk, after, task) : undefined;
    }
    case 'COMPLETED':
    case 'DISCARDED':
      return emptyStaged(desk, file, task);
    case 'RECEIVING':
    case 'CHECKED':
      return forget(desk, file, task);
  }
}

async function forget({ imports }: ImportDesk, file: Import, { stamp }: Task): Promise<void> {
  const age = Date.parse(stamp.at) - Date.parse(file.startedAt);
  if (age > FORGOTTEN_AFTER_DAYS * 24 * 60 * 60 * 1000)
    await imports.change(file.id, (found) => discardImport(found ?? file), stamp);
}
