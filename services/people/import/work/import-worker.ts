import { randomUUID } from 'node:crypto';
import { findAll } from '#shared/documents/find-all.ts';
import type { Log } from '#shared/log.ts';
import { discardImport } from '../commands/discard-import.ts';
import type { Import } from '../import.ts';
import { emptyStagedImport } from '../staged/empty-staged-import.ts';
import { takeOverList } from '../take-over/take-over-list.ts';
import type { ImportDesk } from './import-desk.ts';
import type { ImportTask } from './import-work.ts';
import { checkAlone } from './one-check.ts';

export type ImportWorker = {
  /** Does what is due for every import, for a few seconds at most. Work that a crash interrupted is done too. */
  round: () => Promise<void>;
  /** Begins a round now and does not wait for it. */
  wake: () => void;
};

/** The longest time that one round takes lines over, so that a stop does not have to wait longer. */
const ROUND_MS = 5000;
const NEVER_BEGUN_AFTER_MS = 60 * 60 * 1000;
/** Staged personal data that nobody takes over or discards is not kept longer. */
const FORGOTTEN_AFTER_DAYS = 14;

export function importWorker(desk: ImportDesk, log: Log): ImportWorker {
  let current: Promise<void> | undefined;
  let wakes = 0;
  const holder = randomUUID();
  const rounds = async (): Promise<void> => {
    // A call that comes during a round is too late for it.
    for (let answered = -1; answered !== wakes;) {
      answered = wakes;
      await workOnAll(desk, holder);
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

async function workOnAll(desk: ImportDesk, holder: string): Promise<void> {
  for (const work of await findAll(desk.staged.work, { finished: false })) {
    const list = await desk.imports.get(work.importId);
    const task: ImportTask = { work, stamp: { requestId: work.requestId, at: new Date().toISOString() } };
    if (!list) await giveUpUnbegun(desk, task);
    else if (list.state === 'CHECKING') await checkAlone(desk, list, { task, holder });
    else await workOn(desk, { ...list, state: list.state }, task);
  }
}

/**
 * Finishes work whose import was never begun. The work is written before the import: it was written just now; or a
 * crash came in between, and whoever begins the import again writes it anew.
 */
async function giveUpUnbegun({ staged }: ImportDesk, { work: { id, notedAt }, stamp }: ImportTask): Promise<void> {
  const isTooOld = (at = ''): boolean => at < new Date(Date.parse(stamp.at) - NEVER_BEGUN_AFTER_MS).toISOString();
  if (!isTooOld(notedAt)) return;
  await staged.work.change(
    id,
    (work) => {
      if (!work) throw new Error('work that was found');
      return { state: isTooOld(work.notedAt) ? { ...work, finished: true } : work, events: [] };
    },
    stamp,
  );
}

type ListAtRest = Import & { state: Exclude<Import['state'], 'CHECKING'> };

async function workOn(desk: ImportDesk, list: ListAtRest, task: ImportTask): Promise<void> {
  switch (list.state) {
    case 'CONFIRMED': {
      const after = await takeOverList(desk, list, { task, until: Date.now() + ROUND_MS });
      return after.state === 'COMPLETED' ? emptyStagedImport(desk, after, task) : undefined;
    }
    case 'COMPLETED':
    case 'DISCARDED':
      return emptyStagedImport(desk, list, task);
    case 'RECEIVING':
    case 'CHECKED':
      return discardForgotten(desk, list, task);
  }
}

async function discardForgotten({ imports }: ImportDesk, list: Import, { stamp }: ImportTask): Promise<void> {
  const age = Date.parse(stamp.at) - Date.parse(list.startedAt);
  if (age > FORGOTTEN_AFTER_DAYS * 24 * 60 * 60 * 1000)
    await imports.change(list.id, (stored) => discardImport(stored ?? list), stamp);
}
