import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { expressMiddleware, type ExpressContextFunctionArgument } from '@as-integrations/express5';
import express, { type RequestHandler } from 'express';
import { requestProblems, sendProblem, handleErrors } from '#shared/http/problem.ts';
import { closeServer, openPort } from '#shared/http/server.ts';
import { verifyInternalToken, type Identity } from '#shared/identity/identity.ts';
import type { Log } from '#shared/log.ts';
import type { ServiceRequest } from './request.ts';
import type { ServiceConfig } from '#shared/settings/service-settings.ts';
import { requestContext, subgraphServer, type SubgraphDefinition } from './subgraph.ts';

export type RunningSubgraph = { stop: () => Promise<void> };

/** The gateway has stopped waiting by then, or has gone before. */
const STOP_MS = 2500;

/**
 * Whoever has reached a service and sends nothing more holds a connection no longer than at the door: Node's own limits
 * are minutes.
 */
const serverLimits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  /**
   * Twice as long as the gateway keeps one: were it closed while the gateway uses it again, that request would be lost.
   */
  keepAliveTimeout: 20_000,
};

/** Serves one subgraph to the gateway alone: every request, `_entities` included, needs the gateway's signed token. */
export async function startSubgraph<Context extends object>(
  graph: SubgraphDefinition<Context>,
  {
    config,
    keys,
    log,
    readiness,
  }: {
    config: ServiceConfig;
    keys: readonly KeyObject[];
    log: Log;
    readiness: () => Promise<{ ready: boolean; reason?: string; warning?: string }>;
  },
): Promise<RunningSubgraph> {
  const apollo = subgraphServer(graph, log);
  await apollo.start();

  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.get('/livez', (_request, response) => void response.json({ status: 'live' }));
  app.get('/readyz', (_request, response) => {
    readiness().then(
      ({ ready, ...why }) => response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...why }),
      () => response.status(503).json({ status: 'not ready' }),
    );
  });
  const context = async ({ res }: ExpressContextFunctionArgument): Promise<ServiceRequest & Context> => {
    const { identity } = res.locals as { identity: Identity };
    return requestContext(graph, identity);
  };
  app.post(
    '/graphql',
    authenticateGateway(keys, config.service),
    express.json({ limit: '1mb', inflate: false }),
    expressMiddleware(apollo, { context }),
  );
  app.use((_request, response) => sendProblem(response, requestProblems.notFound));
  app.use(
    handleErrors(log, {
      limit: '1 MB',
      requestIdOf: ({ locals }) => (locals as { identity?: Identity }).identity?.requestId,
    }),
  );

  const server = createServer(serverLimits, app);
  await openPort(server, config);
  return {
    stop: async () => {
      await closeServer(server, STOP_MS);
      await apollo.stop();
    },
  };
}

function authenticateGateway(keys: readonly KeyObject[], subgraph: string): RequestHandler {
  return (request, response, next) => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    verifyInternalToken(keys, token, subgraph).then(
      (identity) => {
        response.locals.identity = identity;
        next();
      },
      () =>
        sendProblem(response, {
          status: 401,
          code: 'UNAUTHENTICATED',
          message: 'This service answers the gateway alone.',
        }),
    );
  };
}
