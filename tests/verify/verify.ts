import type { ServiceName } from '#shared/settings/settings.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Engines } from '#shared/service/engines.ts';
import { declareService, type ServiceDeclaration } from './declared.ts';
import { readLogged, type LoggedEvents } from './logged.ts';
import { verifyViews } from './views.ts';

/** The stores of all services and the log, at rest: nothing is written while they are compared. */
export type HouseEngines = Record<ServiceName, Pick<Engines, 'documents' | 'events'>>;

/** What was found, for people; an empty list is the promise kept. */
export type Findings = { events: number; aggregates: number; problems: string[] };

const topics = {
  people: peopleEvents.topic,
  cases: caseEvents.topic,
  measures: measureEvents.topic,
  employers: employerEvents.topic,
} as const;
const publishers = Object.keys(topics) as (keyof typeof topics)[];
const services: ServiceName[] = [...publishers, 'insights'];

/**
 * Compares stores and log: no event lost (I1), none that no aggregate said (I2), each handled once and in order by
 * every service that listens (I3, I4), every view what the events make of it (I5), and no revision without its events
 * (I6).
 */
export async function verify(house: HouseEngines): Promise<Findings> {
  const problems: string[] = [];
  const found = { events: 0, aggregates: 0, problems };
  const declarations = services.map((service) => [service, declareService(service)] as const);
  for (const publisher of publishers) {
    const said = await readLogged(house[publisher].events, topics[publisher], problems);
    found.events += said.count;
    found.aggregates += said.last.size;
    await compareAggregates(
      house[publisher],
      { said, aggregates: declarations.find(([name]) => name === publisher)?.[1].aggregates ?? [] },
      problems,
    );
    for (const [listener, declaration] of declarations)
      await compareListener({ listener, publisher, said }, { engines: house[listener], declaration }, problems);
  }
  for (const service of services) await reportParked(service, house[service], problems);
  // Where something is missing or under way, views differ for that reason.
  if (problems.length === 0)
    for (const [service, declaration] of declarations)
      await verifyViews({ service, engines: house[service] }, declaration, problems);
  for (const [, { documents }] of declarations) await documents.close();
  return found;
}

async function compareAggregates(
  { documents }: Pick<Engines, 'documents'>,
  { said, aggregates }: { said: LoggedEvents; aggregates: readonly string[] },
  problems: string[],
): Promise<void> {
  const unsaid = new Set(said.last.keys());
  for (const name of await documents.names()) {
    for await (const { id, revision, outbox } of documents.records(name)) {
      if (outbox.length > 0) problems.push(`${name} ${id}: ${outbox.length} events wait in the outbox`);
      if (!aggregates.includes(name)) continue;
      unsaid.delete(id);
      const inLog = said.last.get(id) ?? 0;
      if (revision !== inLog) problems.push(`${name} ${id}: revision ${revision}, but ${inLog} events in the log`);
    }
  }
  for (const id of unsaid) problems.push(`events of ${id}, which no aggregate has said`);
}

type Listening = { listener: ServiceName; publisher: keyof typeof topics; said: LoggedEvents };

async function compareListener(
  { listener, publisher, said }: Listening,
  { engines, declaration }: { engines: Pick<Engines, 'documents'>; declaration: ServiceDeclaration },
  problems: string[],
): Promise<void> {
  if (!declaration.topics.includes(topics[publisher])) return;
  const handled = new Map<string, number>();
  if ((await engines.documents.names()).includes('handled')) {
    for await (const { id, state } of engines.documents.records('handled'))
      handled.set(id, (state as { sequence?: number } & typeof state).sequence ?? 0);
  }
  for (const [id, sequence] of said.last) {
    if (handled.get(id) !== sequence)
      problems.push(`${listener} has handled ${handled.get(id) ?? 0} of ${sequence} events of ${id} in ${publisher}`);
  }
}

async function reportParked(
  service: ServiceName,
  { documents }: Pick<Engines, 'documents'>,
  problems: string[],
): Promise<void> {
  if (!(await documents.names()).includes('parked')) return;
  for await (const { id, state } of documents.records('parked')) {
    const { waiting = [], reason } = state as { waiting?: unknown[]; reason?: string } & typeof state;
    if (waiting.length > 0)
      problems.push(`${service} has parked ${id}: ${reason ?? ''}, ${waiting.length} events wait`);
  }
}
