import { demoActors } from '../demo/actor.ts';
import { playDemo } from '../demo/play.ts';
import { waitUntilCaughtUp, measureEventLag } from './event-lag.ts';
import { share, summary, type Timed } from './figures.ts';
import { load, mixed } from './load.ts';
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

/** A whole house of its own, under load through the gateway. */
export async function measureHouse(way: BenchSetup, settings: LoadSettings, say: Say): Promise<Measured[]> {
  const start = await timed(() => startHouseProcess(way.env));
  const house = start.result;
  try {
    return [
      { figure: 'start without demo data', value: start.seconds, unit: 's', limit: 15 },
      ...(await underLoad(house, { way, settings, say })),
    ];
  } finally {
    await house.stop();
  }
}

async function underLoad(
  { url, pid }: HouseProcess,
  { way, settings, say }: { way: BenchSetup; settings: LoadSettings; say: Say },
): Promise<Measured[]> {
  const { perSecond, seconds } = settings;
  const actorOf = demoActors(url, way.tokenOf);
  const demo = await timed(() =>
    playDemo({
      actorOf,
      onProgress: (done, total) => {
        if (done % 100 === 0) say(`demo data: ${done} of ${total} steps`);
      },
    }),
  );
  const heard = await timed(() => waitUntilCaughtUp(way.config));
  const known = await readDemoIds(actorOf);
  const operations = mixed(reads(known), writes(known));
  await load({ operations, perSecond, seconds: WARM_SECONDS, actorOf });
  say(`warm; ${perSecond} requests a second for ${seconds} s`);
  const answers = await load({
    operations,
    perSecond,
    seconds,
    actorOf,
    onSecond: (second) => {
      if (second % 10 === 0) say(`${second} s`);
    },
  });
  for (const { name, errors } of answers)
    for (const [error, times] of Object.entries(Object.groupBy(errors, (text) => text)))
      say(`${name}: ${times?.length ?? 0} × ${error}`);
  const isWrite = new Set(writes(known).map(({ name }) => name));
  const { lags, missing } = await measureEventLag(way.config, {
    operations: writes(known).slice(0, 1),
    perSecond: LAG_RATE,
    seconds: LAG_SECONDS,
    actorOf,
  });
  return [
    { figure: 'demo data', value: demo.seconds, unit: 's', limit: 90 },
    { figure: 'after that, until insights had heard all of it', value: heard.seconds, unit: 's' },
    ...latencies(
      'read',
      300,
      answers.filter(({ name }) => !isWrite.has(name)),
    ),
    ...latencies(
      'write',
      500,
      answers.filter(({ name }) => isWrite.has(name)),
    ),
    ...answers.map((each): Measured => ({ figure: `  ${each.name}, p95`, value: summary([each]).p95, unit: 'ms' })),
    { figure: `event lag p95 at ${LAG_RATE} mutations/s`, value: share(lags, 0.95), unit: 'ms', limit: 2000 },
    { figure: 'events not seen', value: missing, unit: '', limit: 0 },
    ...residentMemory(pid),
  ];
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
