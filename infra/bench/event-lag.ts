import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { contracts } from '#shared/contracts/contracts.ts';
import { openEngines } from '#shared/service/engines.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { createLog } from '#shared/log.ts';
import { handledSchema, type Handled } from '#shared/delivery/progress.ts';
import { load, type LoadOptions } from './load.ts';

const POLL_MS = 10;
const LOOK_MS = 100;
const WAIT_MS = 30_000;
const reported = z.object({ reportLead: z.object({ lead: z.object({ id: z.string() }) }) });

/** Measures, for each mutation, the milliseconds from its answer until insights has its event. */
export async function measureEventLag(
  config: EngineConfig,
  of: Omit<LoadOptions, 'onAnswer'>,
): Promise<{ lags: number[]; missing: number }> {
  const { documents, events } = await openEngines('insights', config, createLog('bench', 'silent'));
  const handled = documents.collection('handled', handledSchema);
  const waiting = new Map<string, number>();
  const lags: number[] = [];
  let writing = true;
  const watch = async (): Promise<void> => {
    let end = Infinity;
    while ((writing || waiting.size > 0) && performance.now() < end) {
      await pause(POLL_MS);
      for (const id of await idsHandled(handled, [...waiting.keys()])) {
        lags.push(performance.now() - (waiting.get(id) ?? 0));
        waiting.delete(id);
      }
      if (!writing && end === Infinity) end = performance.now() + WAIT_MS;
    }
  };
  const watching = watch();
  await load({
    ...of,
    onAnswer: (data) => void waiting.set(reported.parse(data).reportLead.lead.id, performance.now()),
  });
  writing = false;
  await watching;
  await Promise.all([documents.close(), events.close()]);
  return { lags: lags.sort((a, b) => a - b), missing: waiting.size };
}

/** Resolves when insights has handled every event that is in the log by then. */
export async function waitUntilCaughtUp(config: EngineConfig): Promise<void> {
  const { documents, events } = await openEngines('insights', config, createLog('bench', 'silent'));
  const topics = contracts.map(({ topic }) => topic);
  const end = performance.now() + WAIT_MS;
  while ((await events.lag('insights', topics)) > 0 && performance.now() < end) await pause(LOOK_MS);
  await Promise.all([documents.close(), events.close()]);
}

/** Returns those of these aggregates of which insights has handled the first event. */
async function idsHandled(handled: Collection<Handled>, ids: string[]): Promise<string[]> {
  const found = await handled.getMany(ids);
  return ids.filter((_, index) => found[index] !== null);
}
