import { setTimeout as pause } from 'node:timers/promises';
import type { DemoActor } from '../demo/actor.ts';
import type { Timed } from './figures.ts';
import type { BenchOperation } from './operations.ts';

export type LoadOptions = {
  operations: readonly BenchOperation[];
  perSecond: number;
  seconds: number;
  actorOf: (user: string) => Promise<DemoActor>;
  onSecond?: (second: number) => void;
  /** Called with every answer, e.g. to follow what was written. */
  onAnswer?: (data: unknown) => void;
};

/**
 * Requests at their times, whether or not the ones before were answered: what users do who do not know of each other.
 */
export async function load({
  operations,
  perSecond,
  seconds,
  actorOf,
  onSecond,
  onAnswer,
}: LoadOptions): Promise<Timed[]> {
  const timed = new Map(operations.map(({ name }): [string, Timed] => [name, { name, milliseconds: [], errors: [] }]));
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = startedAt + (n * 1000) / perSecond;
    if (due > performance.now()) await pause(due - performance.now());
    const operation = operations[n % operations.length];
    const into = operation && timed.get(operation.name);
    if (into) running.push(request(operation, n, { into, actorOf, onAnswer, due }));
    if (n % perSecond === 0) onSecond?.(n / perSecond);
  }
  await Promise.all(running);
  return [...timed.values()];
}

type Request = { into: Timed; actorOf: LoadOptions['actorOf']; onAnswer: LoadOptions['onAnswer']; due: number };

/** Sends one request, timed from when it was due, so that waiting for a slow house counts. */
async function request(operation: BenchOperation, n: number, { into, actorOf, onAnswer, due }: Request): Promise<void> {
  try {
    const { ask } = await actorOf(operation.user);
    const data = await ask(operation.query, operation.variables(n));
    const refusal = /"refusal":\{"code":"(\w+)"/.exec(JSON.stringify(data))?.[1];
    if (refusal) into.errors.push(refusal);
    onAnswer?.(data);
  } catch (error) {
    into.errors.push(error instanceof Error ? error.message : 'unknown');
  }
  into.milliseconds.push(performance.now() - due);
}

/** Mixes four reads with one write, spread over each other. */
export function mixed(reads: readonly BenchOperation[], writes: readonly BenchOperation[]): BenchOperation[] {
  const rounds = Math.max(Math.ceil(reads.length / 4), writes.length);
  return Array.from({ length: rounds }, (_, round) => [
    ...[0, 1, 2, 3].map((place) => reads[(round * 4 + place) % reads.length]),
    writes[round % writes.length],
  ])
    .flat()
    .filter((operation) => operation !== undefined);
}
