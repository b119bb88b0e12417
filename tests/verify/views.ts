import { isDeepStrictEqual } from 'node:util';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Documents, Identified } from '#shared/documents/documents.ts';
import type { Engines } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { replay } from '../../services/insights/rebuild/replay.ts';
import type { ServiceDeclaration } from './declared.ts';

type Examined = { service: ServiceName; engines: Pick<Engines, 'documents' | 'events'> };

/**
 * Builds the views of a service again from the first event, and compares: an effect that was lost or had twice shows.
 */
export async function verifyViews(
  { service, engines }: Examined,
  { consumer, others, documents: again }: ServiceDeclaration,
  problems: string[],
): Promise<void> {
  await replay({
    reactions: consumer.reactions,
    events: engines.events,
    log: createLog(service, 'silent'),
    onEvent: async () => undefined,
  }).pass();
  const slot = await answeringSlot(engines.documents);
  const there = new Set(await engines.documents.names());
  for (const name of others.filter((other) => !other.endsWith('-b'))) {
    const expected = await viewOf(again, name);
    // A replay fills the first of two sets of views; the store may answer with the other one.
    const inStore = name.replace(/-a$/, `-${slot}`);
    const actual = there.has(inStore) ? await viewOf(engines.documents, inStore) : new Map<string, Identified>();
    for (const id of new Set([...expected.keys(), ...actual.keys()])) {
      const difference = differenceOf(expected.get(id), actual.get(id));
      if (difference !== undefined) problems.push(`${service}: ${inStore} ${id} ${difference}`);
    }
  }
}

function differenceOf(expected: Identified | undefined, actual: Identified | undefined): string | undefined {
  if (isDeepStrictEqual(expected, actual)) return undefined;
  if (actual === undefined) return 'is missing';
  return expected === undefined ? 'stems from no event' : 'is not what the events make of it';
}

/** Reads what events have made, by id; what a service notes for itself in other ways has seen no event. */
async function viewOf(documents: Documents, name: string): Promise<Map<string, Identified>> {
  const view = new Map<string, Identified>();
  for await (const { id, state, seen } of documents.records(name))
    if (Object.keys(seen).length > 0) view.set(id, state);
  return view;
}

/** Returns which of the two sets of views of insights answers. */
async function answeringSlot(documents: Documents): Promise<string> {
  if (!(await documents.names()).includes('generation')) return 'a';
  for await (const { state } of documents.records('generation')) if ('current' in state) return String(state.current);
  return 'a';
}
