import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { ensureKeyPair } from '#shared/identity/keys.ts';
import { createLog } from '#shared/log.ts';
import { subgraphSchema } from '#shared/graph/subgraph-schema.ts';
import { composeSupergraph } from '../supergraph/compose-supergraph.ts';
import type { Trust } from '../config.ts';
import { startGateway, type RunningGateway } from '../gateway.ts';
import { startStandIn, answerFromSchema, type Behaviour, type StandIn } from './stand-in.ts';

export type HttpAnswer = {
  status: number;
  headers: Headers;
  text: string;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  };
};

/** Two services and the gateway before them, each on a port of its own, all in this process. */
export type SmallHouse = AsyncDisposable & {
  address: string;
  people: StandIn;
  cases: StandIn;
  token: (user: string) => Promise<string>;
  ask: (query: string, variables?: Record<string, unknown>) => Promise<HttpAnswer>;
  send: (init: RequestInit, path?: string) => Promise<HttpAnswer>;
  /** Stops the gateway; the services stay. */
  stop: () => Promise<void>;
};

const peopleSchema = subgraphSchema(new URL('./people/', import.meta.url));
const casesSchema = subgraphSchema(new URL('./cases/', import.meta.url));
const supergraph = composeSupergraph([
  { name: 'people', typeDefs: peopleSchema },
  { name: 'cases', typeDefs: casesSchema },
]);

const caseOf = (id: string, personId: string) => ({
  __typename: 'Case',
  id,
  title: 'Way back',
  person: { id: personId },
});
const allCases = () => [caseOf('c-1', 'p-1'), caseOf('c-2', 'p-2'), caseOf('c-3', 'p-1')];
const person = ({ id }: { id: string }) => ({ id, name: `Person ${id}`, bornOn: '1980-05-01', number: `N${id}` });
export const workingPeople: Behaviour = answerFromSchema(
  buildSubgraphSchema({
    typeDefs: peopleSchema,
    resolvers: {
      Query: { person: (_: unknown, ref: { id: string }) => person(ref), people: () => [person({ id: '1' })] },
      Mutation: {
        renamePerson: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...person({ id }), name }),
      },
      Person: { __resolveReference: person, friends: () => [] },
    },
  }),
);
export const workingCases: Behaviour = answerFromSchema(
  buildSubgraphSchema({
    typeDefs: casesSchema,
    resolvers: {
      Query: {
        case: (_: unknown, { id }: { id: string }) => caseOf(id, 'p-1'),
        cases: allCases,
        records: allCases,
        finds: allCases,
      },
      Person: {
        __resolveReference: (ref: object) => ref,
        cases: () => [],
        ofAge: ({ bornOn }: { bornOn: string | null }) => (bornOn === null ? null : bornOn < '2008'),
      },
    },
  }),
);

export async function smallHouse(trust: Trust = { kind: 'local' }): Promise<SmallHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gateway-'));
  const people = await startStandIn(workingPeople);
  const cases = await startStandIn(workingCases);
  const gateway = await openGateway({ people, cases }, { dataDir, trust });
  const address = `http://127.0.0.1:${gateway.port}`;
  const json = { 'content-type': 'application/json' };
  const send: SmallHouse['send'] = async (init, path = '/graphql') =>
    readAnswer(await fetch(`${address}${path}`, init));
  const token = async (user: string): Promise<string> => {
    const { text } = await send({ method: 'POST', headers: json, body: JSON.stringify({ user }) }, '/dev/token');
    return (JSON.parse(text) as { token: string }).token;
  };
  const ask: SmallHouse['ask'] = async (query, variables) => {
    const headers = { ...json, authorization: `Bearer ${await token('anna.berg')}` };
    return send({ method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  };
  return {
    ...{ address, people, cases, token, send, ask },
    stop: () => gateway.stop(),
    [Symbol.asyncDispose]: async () => {
      await gateway.stop().catch(() => undefined);
      await people[Symbol.asyncDispose]();
      await cases[Symbol.asyncDispose]();
      rmSync(dataDir, { recursive: true });
    },
  };
}

function openGateway(
  { people, cases }: Record<'people' | 'cases', StandIn>,
  { dataDir, trust }: { dataDir: string; trust: Trust },
): Promise<RunningGateway> {
  const { privateKeyFile: internalPrivateKeyFile } = ensureKeyPair(join(dataDir, 'keys'));
  const services = { people: people.url, cases: cases.url };
  return startGateway(
    { host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent', services, internalPrivateKeyFile, trust },
    createLog('gateway', 'silent'),
    supergraph,
  );
}

async function readAnswer(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as HttpAnswer['body']) : {},
  };
}
