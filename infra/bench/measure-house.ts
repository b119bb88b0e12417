import { demoActors } from '../demo/actor.ts';
import { playDemo } from '../demo/play.ts';
import { waitUntilCaughtUp, measureEventLag } from './event-lag.ts';
import { share, summary, type Timed } from './figures.ts';
import { load, mixed, type LoadOptions } from './load.ts';
import { residentMemory } from './memory.ts';
import { readDemoIds, reads, writes } from './operations.ts';
import { startHouseProcess, type HouseProcess } from './started-house.ts';
import type { Measured } from './table.ts';
import type { BenchSetup } from './setup.ts';

export type LoadSettings = { perSecond: number; seconds: number };
type Say = (text: string) => void;

const WARM_SECONDS = 10;
const LAG_SECONDS = 20;
const LAG_RATE = 30;

/** Measures a whole house of its own, under load through the gateway. */
export async function measureHouse(setup: BenchSetup, settings: LoadSettings, say: Say): Promise<Measured[]> {
  const start = await timed(() => startHouseProcess(setup.env));
  const house = start.result;
  try {
    return [
      { figure: 'start without demo data', value: start.seconds, unit: 's', limit: 15 },
      ...(await underLoad(house, { setup, settings, say })),
    ];
  } finally {
    await house.stop();
  }
}

type UnderLoad = { setup: BenchSetup; settings: LoadSettings; say: Say };

async function underLoad({ url, pid }: HouseProcess, { setup, settings, say }: UnderLoad): Promise<Measured[]> {
  const actorOf = demoActors(url, setup.tokenOf);
  const demo = await timed(() =>
    playDemo({
      actorOf,
      onProgress: (done, total) => {
        if (done % 100 === 0) say(`demo data: ${done} of ${total} steps`);
      },
    }),
  );
  const caughtUp = await timed(() => waitUntilCaughtUp(setup.config));
  const ids = await readDemoIds(actorOf);
  const writing = writes(ids);
  const answers = await answersUnderLoad({ operations: mixed(reads(ids), writing), actorOf }, settings, say);
  const { lags, missing } = await measureEventLag(setup.config, {
    operations: writing.slice(0, 1),
    perSecond: LAG_RATE,
    seconds: LAG_SECONDS,
    actorOf,
  });
  const isWrite = ({ name }: Timed): boolean => writing.some((operation) => operation.name === name);
  const isRead = (timed: Timed): boolean => !isWrite(timed);
  return [
    { figure: 'demo data', value: demo.seconds, unit: 's', limit: 90 },
    { figure: 'after that, until insights had heard all of it', value: caughtUp.seconds, unit: 's' },
    ...latencies('read', 300, answers.filter(isRead)),
    ...latencies('write', 500, answers.filter(isWrite)),
    ...answers.map((each): Measured => ({ figure: `  ${each.name}, p95`, value: summary([each]).p95, unit: 'ms' })),
    { figure: `event lag p95 at ${LAG_RATE} mutations/s`, value: share(lags, 0.95), unit: 'ms', limit: 2000 },
    { figure: 'events not seen', value: missing, unit: '', limit: 0 },
    ...residentMemory(pid),
  ];
}

/** Warms the house up, then puts the load on it and says what went wrong. */
async function answersUnderLoad(
  asked: Pick<LoadOptions, 'operations' | 'actorOf'>,
  { perSecond, seconds }: LoadSettings,
  say: Say,
): Promise<Timed[]> {
  await load({ ...asked, perSecond, seconds: WARM_SECONDS });
  say(`warm; ${perSecond} requests a second for ${seconds} s`);
  const answers = await load({
    ...asked,
    perSecond,
    seconds,
    onSecond: (second) => {
      if (second % 10 === 0) say(`${second} s`);
    },
  });
  for (const { name, errors } of answers)
    for (const [error, times] of Object.entries(Object.groupBy(errors, (text) => text)))
      say(`${name}: ${times?.length ?? 0} × ${error}`);
  return answers;
}

function latencies(kind: string, limit: number, of: Timed[]): Measured[] {
  const { requests, errors, p50, p95, p99, max } = summary(of);
  return [
    { figure: `${kind}s asked`, value: requests, unit: '' },
    { figure: `${kind} p50`, value: p50, unit: 'ms' },
    { figure: `${kind} p95`, value: p95, unit: 'ms', limit },
    { figure: `${kind} p99`, value: p99, unit: 'ms' },
    { figure: `${kind} slowest`, value: max, unit: 'ms' },
    { figure: `${kind} errors`, value: errors, unit: '', limit: 0 },
  ];
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
}
