import { setTimeout as pause } from 'node:timers/promises';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Engines } from '#shared/service/engines.ts';
import type { Log } from '#shared/log.ts';
import { reactionsOn } from '../consumers/insights-consumer.ts';
import { generations, type Clock } from '../views/generation.ts';
import { formerNamesIn } from '../upgrade/former-names.ts';
import { insightViews, type Slot, type Views, type ViewsBySlot } from '../views/views.ts';
import { compareViewSets, type ComparedView } from './compare-view-sets.ts';
import { heartbeat, type Heartbeat } from './heartbeat.ts';
import { replay, type Replay } from './replay.ts';

export type Rebuilt = {
  events: number;
  /** Aggregates with an event that cannot be handled; what follows for them is not in the views either. */
  leftOut: number;
  compared: ComparedView[];
  /**
   * Events that the former views had not heard of when they were compared. Where there are any, they explain a
   * difference.
   */
  unheard: number;
};

export type RebuildOptions = {
  log: Log;
  clock: Clock;
  /** Who rebuilds: one at a time. */
  holder: string;
  stop: AbortSignal;
  onProgress: (done: number, total: number) => void;
  /** How long a request that reads the former views may still go on. */
  graceMs: number;
};

const GROUP = 'insights';
/** A group that has read nothing, named as those who read a topic whole: their rights are enough. */
const NOBODY = 'read-nothing';
const topics = contracts.map(({ topic }) => topic);

/**
 * Builds the views again from the first event beside those that answer, and puts them in their place when they are
 * complete. The service may run: it answers all the time, and takes in events until the last moment, when it stands
 * still so that no event goes to the former views only. Broken off at any point, the former views go on. Undefined
 * while somebody else rebuilds.
 */
export async function rebuild(
  { documents, events }: Pick<Engines, 'documents' | 'events'>,
  options: RebuildOptions,
): Promise<Rebuilt | undefined> {
  const views = insightViews(documents);
  const generation = generations(documents, { views, clock: options.clock });
  const { carryOver } = formerNamesIn(documents, { views, clock: options.clock });
  await documents.ready();
  const heart = await heartbeat({ documents, generation, ...options });
  if (!heart) return undefined;
  try {
    // A house of a former version may be built again before it was started: what stands is compared as today reads it.
    await carryOver(heart.beat);
    const former = await generation.current();
    const next = former === 'a' ? 'b' : 'a';
    await clear(views[next]);
    const total = await events.lag(NOBODY, topics);
    const onEvent = (read: number): Promise<void> => {
      options.onProgress(Math.min(read, total), total);
      return heart.beat();
    };
    const again = replay({ reactions: reactionsOn(views[next]), events, log: options.log, onEvent });
    await catchUp(again, () => events.lag(GROUP, topics));
    const outcome = await takeOver({ views, former, next }, again, { heart, lag: () => events.lag(GROUP, topics) });
    await pause(options.graceMs);
    await clear(views[former]);
    return { events: again.handled(), leftOut: again.leftOut(), ...outcome };
  } finally {
    await heart.end();
  }
}

async function clear(views: Views): Promise<void> {
  for (const view of Object.values(views)) await view.clear();
}

const NEARLY = 50;
const WAIT_MS = 500;

/**
 * Replays until hardly anything is new; then waits until the service, if it runs, has heard of everything, so that the
 * two can be compared.
 */
async function catchUp(again: Replay, lag: () => Promise<number>): Promise<void> {
  while ((await again.pass()) > NEARLY);
  for (let behind = await lag(), before = Infinity; behind > 0 && behind < before;) {
    await pause(WAIT_MS);
    before = behind;
    behind = await lag();
  }
}

type TakeOver = { views: ViewsBySlot; former: Slot; next: Slot };

/** Does the last pass and the switch, while nothing is added to the former views. */
async function takeOver(
  { views, former, next }: TakeOver,
  again: Replay,
  { heart, lag }: { heart: Heartbeat; lag: () => Promise<number> },
): Promise<{ compared: ComparedView[]; unheard: number }> {
  for (;;) {
    await heart.standStill();
    // What was being handled just now comes to its end; the next pass finds it in the log in any case.
    await pause(WAIT_MS);
    await again.pass();
    const unheard = await lag();
    const compared = await compareViewSets(views[former], views[next], heart.beat);
    if (await heart.switchTo(next)) return { compared, unheard };
  }
}
