import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { graphql, type GraphQLSchema } from 'graphql';

export type ReceivedRequest = { headers: IncomingHttpHeaders; query: string; variables: Record<string, unknown> };
export type Behaviour = (seen: ReceivedRequest, response: ServerResponse) => void | Promise<void>;

/** A small real server that stands where a service would, and behaves as a test wants it to. */
export type StandIn = AsyncDisposable & {
  url: string;
  seen: ReceivedRequest[];
  behave: (behaviour: Behaviour) => void;
};

export async function startStandIn(behaviour: Behaviour): Promise<StandIn> {
  let current = behaviour;
  const seen: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { query, variables } = JSON.parse(body) as Pick<ReceivedRequest, 'query' | 'variables'>;
      const asked = { headers: request.headers, query, variables };
      seen.push(asked);
      await current(asked, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    seen,
    behave: (next) => void (current = next),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers like a service that works, by its schema. */
export function answerFromSchema(schema: GraphQLSchema): Behaviour {
  return async ({ query, variables }, response) => {
    sendJson(response, await graphql({ schema, source: query, variableValues: variables }));
  };
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
