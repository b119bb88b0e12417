import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '#shared/settings/settings.ts';
import { consume } from '#shared/delivery/consume.ts';
import { assertInContract, type Contract, type EventOf, type Message } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { createLog, type Log } from '#shared/log.ts';
import { parkedAggregates } from '#shared/delivery/parked.ts';
import type { Service } from '#shared/service/service.ts';
import { requestContext, subgraphServer } from '#shared/graph/subgraph.ts';
import { eventually } from './eventually.ts';

/** What an operation answered, as the gateway would read it. */
export type GraphAnswer = {
  data: Record<string, unknown> | null;
  errors: { code: unknown; path: string; message: string }[];
};
export type PublishedEvent = Pick<Message, 'type' | 'subject' | 'data'>;

export type SubgraphUnderTest = {
  [Symbol.asyncDispose]: () => Promise<void>;
  documents: Documents;
  as: (actor: Partial<Actor> & Pick<Actor, 'role'>) => {
    run: (query: string, variables?: Record<string, unknown>) => Promise<GraphAnswer>;
    /** Asks for an entity as the gateway does: `entity({ __typename: 'Person', id: 'p-1' }, '{ id }')`. */
    entity: (
      representation: { __typename: string } & Record<string, unknown>,
      selection: string,
    ) => Promise<GraphAnswer>;
  };
  /**
   * Another service says something; resolves when our consumer is done with it. `times: 2` delivers the same message
   * twice.
   */
  deliver: <C extends Contract>(
    contract: C,
    event: { subject: string } & EventOf<C>,
    options?: { times: number },
  ) => Promise<void>;
  /** What our aggregates have said so far, in order for each aggregate. */
  said: () => Promise<PublishedEvent[]>;
};

/**
 * A service as it runs, on engines of its own in a temporary folder, without a port: `await using subgraph = await
 * subgraphUnderTest('measures', measuresService)`.
 */
export async function subgraphUnderTest<Context extends object>(
  name: ServiceName,
  build: (documents: Documents, log: Log) => Service<Context>,
): Promise<SubgraphUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), `kurze-wege-${name}-`));
  const documents = sqliteDocuments(join(folder, `${name}.sqlite`));
  const events = sqliteEvents(join(folder, 'events.sqlite'));
  const log = createLog(name, 'silent');
  const { graph, aggregates, consumer } = build(documents, log);
  const server = subgraphServer(graph, log);
  await server.start();
  const consuming = await consume(consumer, { group: name, documents, events, log });

  const run = async (actor: Actor, query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer> => {
    const contextValue = requestContext(graph, { actor, requestId: 'test' });
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('an answer in parts');
    return asRead(body.singleResult);
  };
  return {
    documents,
    as: (given) => {
      const actor: Actor = { id: 'somebody', municipalities: [], ...given };
      return {
        run: (query, variables) => run(actor, query, variables),
        entity: (representation, selection) => run(actor, entityQuery(representation, selection), { representation }),
      };
    },
    deliver: delivery(name, { documents, events }),
    said: async () =>
      (await Promise.all(aggregates.map((collection) => collection.pendingEvents(1000))))
        .flat()
        .map(({ type, subject, data }) => ({ type, subject, data })),
    [Symbol.asyncDispose]: async () => {
      await consuming.stop();
      await server.stop();
      await events.close();
      await documents.close();
      await rm(folder, { recursive: true });
    },
  };
}

function delivery(
  group: string,
  { documents, events }: { documents: Documents; events: Events },
): SubgraphUnderTest['deliver'] {
  const sequences = new Map<string, number>();
  const parked = parkedAggregates(documents);
  return async (contract, { subject, type, data }, { times } = { times: 1 }) => {
    assertInContract(contract, { type, data });
    const sequence = (sequences.get(subject) ?? 0) + 1;
    sequences.set(subject, sequence);
    const message: Message = {
      id: `${subject}.${sequence}`,
      type,
      source: `/${contract.topic.split('.')[0] ?? ''}`,
      subject,
      sequence,
      time: new Date().toISOString(),
      requestid: 'test',
      data,
    };
    for (let time = 0; time < times; time += 1) await events.publish(contract.topic, [message]);
    await eventually(async () => {
      if ((await events.lag(group, [contract.topic])) > 0) throw new Error(`${type} was not heard`);
    });
    const lot = await parked.get(subject);
    if (lot) throw new Error(`${type} was parked: ${lot.reason}`);
  };
}

function entityQuery({ __typename }: { __typename: string }, selection: string): string {
  return (
    `query ($representation: _Any!) { _entities(representations: [$representation]) { ... on ${__typename} ` +
    `${selection} } }`
  );
}

function asRead({
  data,
  errors = [],
}: {
  data?: unknown;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}): GraphAnswer {
  return {
    // As JSON would carry it: plain objects, absent where undefined.
    data: JSON.parse(JSON.stringify(data ?? null)) as GraphAnswer['data'],
    errors: errors.map(({ message, path, extensions }) => ({
      code: extensions?.code,
      path: path?.join('.') ?? '',
      message,
    })),
  };
}
