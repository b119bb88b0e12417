import { statfs } from 'node:fs/promises';
import type { Documents } from '#shared/documents/documents.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';

/** What a service says about its store to whoever asks whether it is ready. */
export type Readiness = { ready: boolean; reason?: string; warning?: string };

export type StoreWatch = {
  readiness: () => Promise<Readiness>;
  /** Looks at the store and at the room that is left, and logs what has changed since it looked before. */
  look: () => Promise<void>;
};

type Watched = {
  documents: Pick<Documents, 'ping'>;
  log: Log;
  /** The folder of the files and the bytes that are to stay free there; undefined where an engine keeps everything. */
  room: { folder: string; margin: number } | undefined;
  /** Why the files may not be trusted, as far as their check has come. */
  damage: () => string | undefined;
};

/** Watches the store of a service: a fault is told once when it begins and once when it is over. */
export function watchStore({ documents, log, room, damage }: Watched): StoreWatch {
  let last: Readiness = { ready: true };
  const readiness = async (): Promise<Readiness> => {
    const reason = damage() ?? (await pingReason(documents));
    if (reason !== undefined) return { ready: false, reason };
    return room && (await freeBytes(room.folder)) < room.margin
      ? { ready: true, warning: 'STORE_NEARLY_FULL' }
      : { ready: true };
  };
  return {
    readiness,
    look: async () => {
      const now = await readiness();
      if (now.reason !== last.reason) tellReason(log, now.reason);
      if (now.warning !== last.warning && now.ready) tellRoom(log, now.warning, room?.margin);
      last = now;
    },
  };
}

function tellReason(log: Log, reason: string | undefined): void {
  if (reason === undefined) log.info('the store serves again');
  else log.error({ reason }, 'the store does not serve');
}

function tellRoom(log: Log, warning: string | undefined, margin: number | undefined): void {
  if (warning === undefined) log.info('the disk of the store has room again');
  else log.warn({ reason: warning, margin }, 'the disk of the store is nearly full');
}

async function pingReason(documents: Pick<Documents, 'ping'>): Promise<string | undefined> {
  try {
    await documents.ping();
    return undefined;
  } catch (error) {
    return (error instanceof Unavailable ? error.reason : undefined) ?? 'STORE_AWAY';
  }
}

/** Returns the room that is left to us; no bound where the system does not tell. */
async function freeBytes(folder: string): Promise<number> {
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => Infinity,
  );
}
