import type { Message } from '#shared/contracts/contract.ts';
import type { Engines } from '#shared/engines.ts';
import type { ServiceName } from '#shared/config.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { peopleEvents } from '#shared/contracts/people.ts';

/** The stores of all services and the log, at rest: nothing is written while they are compared. */
export type House = Record<ServiceName, Pick<Engines, 'documents' | 'events'>>;

/** What was found, for people; an empty list is the promise kept. */
export type Findings = { events: number; aggregates: number; problems: string[] };

const topics = { people: peopleEvents.topic, cases: caseEvents.topic, measures: measureEvents.topic, employers: employerEvents.topic } as const;
const publishers = Object.keys(topics) as (keyof typeof topics)[];
const services: ServiceName[] = [...publishers, 'insights'];

/** The last sequence of each aggregate of one service. */
type Sequences = Map<string, number>;

/**
 * Compares stores and log: no event lost (I1), none that no aggregate said (I2), each handled once and in order by
 * every service that listens (I3, I4), and no revision without its events (I6).
 */
export async function verify(house: House): Promise<Findings> {
  const problems: string[] = [];
  let aggregates = 0;
  let events = 0;
  for (const publisher of publishers) {
    const logged = await readTopic(house[publisher], topics[publisher], problems);
    events += logged.count;
    aggregates += logged.last.size;
    await compareAggregates(house[publisher], logged.last, problems);
    for (const listener of services) await compareListener({ listener, publisher }, { engines: house[listener], logged: logged.last }, problems);
  }
  for (const service of services) await reportParked(service, house[service], problems);
  return { events, aggregates, problems };
}

/** Repetitions of an event are allowed in the log; anything but the next sequence is not. */
async function readTopic({ events }: Pick<Engines, 'events'>, topic: string, problems: string[]): Promise<{ last: Sequences; count: number }> {
  const last: Sequences = new Map();
  const ids = new Set<string>();
  for await (const delivery of events.read(topic)) {
    if ('unreadable' in delivery) problems.push(`${topic}: unreadable event at ${delivery.position}`);
    else note(delivery.message, { topic, last, ids, problems });
  }
  return { last, count: ids.size };
}

function note({ id, subject, sequence }: Message, { topic, last, ids, problems }: { topic: string; last: Sequences; ids: Set<string>; problems: string[] }): void {
  if (ids.has(id)) return;
  ids.add(id);
  if (sequence !== (last.get(subject) ?? 0) + 1) problems.push(`${topic}: ${id} follows sequence ${last.get(subject) ?? 0}`);
  last.set(subject, sequence);
}

async function compareAggregates({ documents }: Pick<Engines, 'documents'>, logged: Sequences, problems: string[]): Promise<void> {
  const unsaid = new Map(logged);
  for (const name of await documents.names()) {
    for await (const { id, revision, outbox } of documents.records(name)) {
      const inLog = logged.get(id);
      if (outbox.length > 0) problems.push(`${name} ${id}: ${outbox.length} events wait in the outbox`);
      if (inLog === undefined || !unsaid.has(id)) continue;
      unsaid.delete(id);
      if (revision !== inLog) problems.push(`${name} ${id}: revision ${revision}, but ${inLog} events in the log`);
    }
  }
  for (const id of unsaid.keys()) problems.push(`events of ${id}, which no aggregate has said`);
}

/** A service that has handled nothing of a topic does not listen to it. */
async function compareListener({ listener, publisher }: { listener: ServiceName; publisher: string }, { engines, logged }: { engines: Pick<Engines, 'documents'>; logged: Sequences }, problems: string[]): Promise<void> {
  const handled: Sequences = new Map();
  if (!(await engines.documents.names()).includes('handled')) return;
  for await (const { id, state } of engines.documents.records('handled')) {
    if (logged.has(id)) handled.set(id, (state as { sequence?: number } & typeof state).sequence ?? 0);
  }
  if (handled.size === 0) return;
  for (const [id, sequence] of logged) {
    if (handled.get(id) !== sequence) problems.push(`${listener} has handled ${handled.get(id) ?? 0} of ${sequence} events of ${id} in ${publisher}`);
  }
}

async function reportParked(service: ServiceName, { documents }: Pick<Engines, 'documents'>, problems: string[]): Promise<void> {
  if (!(await documents.names()).includes('parked')) return;
  for await (const { id, state } of documents.records('parked')) {
    const { waiting = [], reason } = state as { waiting?: unknown[]; reason?: string } & typeof state;
    if (waiting.length > 0) problems.push(`${service} has parked ${id}: ${reason ?? ''}, ${waiting.length} events wait`);
  }
}
