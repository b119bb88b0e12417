import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { random } from '#infra/demo/random.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { BookEntry, Moment } from './book.ts';

const file = fileURLToPath(new URL('./doomed.ts', import.meta.url));

/** A part that is killed at its worst moment, started again, and killed again; in the end it is left alone. */
export type Dying = {
  /** Resolves when it has died as often as it should. */
  died: Promise<void>;
  /** For the part that writes: repeats an entry under its key until it is acknowledged. */
  send: (entry: BookEntry) => Promise<void>;
  stop: () => Promise<void>;
};

type Part = { child: ChildProcess; gone: Promise<false> };

export function dying({ moment, config, kills }: { moment: Moment; config: EngineConfig; kills: number }): Dying {
  const chance = random(kills);
  const acknowledged = new Map<string, () => void>();
  const over = Promise.withResolvers<undefined>();
  let current = Promise.withResolvers<Part>();
  let stopping = false;

  const live = async (): Promise<void> => {
    for (let deaths = 0; !stopping; deaths += 1) {
      if (deaths === kills) over.resolve(undefined);
      const nth = deaths < kills ? chance.between(1, 8) : Infinity;
      const child = fork(file, {
        execArgv: ['--disable-warning=ExperimentalWarning'],
        env: { ...process.env, DOOMED: JSON.stringify({ moment, config, nth: nth === Infinity ? -1 : nth }) },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      const gone = once(child, 'close').then((): false => false);
      child.on('message', (key: string) => {
        if (key.startsWith('ready')) current.resolve({ child, gone });
        acknowledged.get(key)?.();
      });
      await gone;
      current.resolve({ child, gone });
      current = Promise.withResolvers();
    }
  };
  const lived = live();
  return {
    died: over.promise,
    send: async (entry) => {
      const done = new Promise<true>((resolve) => acknowledged.set(entry.key, () => resolve(true)));
      for (let answered = false; !answered;) {
        const { child, gone } = await current.promise;
        // Sent to one that dies meanwhile, it is not known whether it was written.
        if (child.connected) child.send(entry, () => undefined);
        answered = await Promise.race([done, gone]);
      }
      acknowledged.delete(entry.key);
    },
    stop: async () => {
      stopping = true;
      (await current.promise).child.kill('SIGKILL');
      await lived;
    },
  };
}
