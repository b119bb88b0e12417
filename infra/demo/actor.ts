import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { AskGraph } from '../operate/import/import-file.ts';
import { graphAsker } from '../operate/graph-asker.ts';

/** A demo user at the gateway: asks, and commands in a way that may be repeated. */
export type DemoActor = {
  ask: AskGraph;
  /**
   * Runs one mutation and answers what was selected. The key makes it the same attempt however often the demo is
   * played.
   */
  command: (name: string, selection: string, input: Record<string, unknown>) => Promise<Record<string, unknown>>;
};

/** Another service has not heard yet of what was done a moment ago: it will within a second or so. */
const NOT_HEARD_YET = new Set(['PERSON_UNKNOWN', 'CASE_UNKNOWN']);
const PAUSE_MS = 100;
const TRIES = 200;

/** Signs demo users in, with tokens of the house's own issuer, or of the one that knows its users. */
export function demoActors(
  url: string,
  tokenOf?: (user: string) => Promise<string>,
): (user: string) => Promise<DemoActor> {
  const askerOf = async (user: string): Promise<AskGraph> =>
    graphAsker({ GATEWAY_URL: `${url}/graphql`, KURZE_WEGE_TOKEN: await tokenOf?.(user) }, user);
  const known = new Map<string, Promise<DemoActor>>();
  return (user) => {
    const actor = known.get(user) ?? askerOf(user).then(actorOf);
    known.set(user, actor);
    return actor;
  };
}

function actorOf(ask: AskGraph): DemoActor {
  return { ask, command: (name, selection, input) => commanded(ask, { name, selection, input }) };
}

async function commanded(
  ask: AskGraph,
  { name, selection, input }: { name: string; selection: string; input: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  const payload = `${selection} refusal { code message }`;
  const operation = `mutation Demo($input: ${type}!) { ${name}(input: $input) { ${payload} } }`;
  for (let left = TRIES; ; left -= 1) {
    const answered = payloadSchema.parse(await ask(operation, { input }))[name];
    if (!answered) throw new Error(`${name} was not answered`);
    if (!answered.refusal) return answered;
    if (left === 0 || !NOT_HEARD_YET.has(answered.refusal.code))
      throw new Error(`${name} was refused with ${answered.refusal.code}: ${answered.refusal.message}`);
    await pause(PAUSE_MS);
  }
}

const payloadSchema = z.record(
  z.string(),
  z.looseObject({ refusal: z.object({ code: z.string(), message: z.string() }).nullish() }).nullable(),
);

/** Returns the id of what a command answered, e.g. `idIn(payload, 'case')`. */
export function idIn(payload: Record<string, unknown>, field: string): string {
  return z.object({ id: z.string() }).parse(payload[field]).id;
}

/** Works on so many items at a time, in any order; the first failure ends it. */
export async function inParallel<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const queue = [...items.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await work(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
