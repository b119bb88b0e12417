import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { expressMiddleware, type ExpressContextFunctionArgument } from '@as-integrations/express5';
import express, { type Express, type RequestHandler, type Response } from 'express';
import { requestProblems, sendProblem, handleErrors } from '#shared/http/problem.ts';
import { closeServer, openPort } from '#shared/http/server.ts';
import { verifyInternalToken, type Identity } from '#shared/identity/identity.ts';
import type { Log } from '#shared/log.ts';
import type { ServiceRequest } from './request.ts';
import type { ServiceConfig } from '#shared/settings/service-settings.ts';
import { requestContext, subgraphServer, type SubgraphDefinition } from './subgraph.ts';

export type RunningSubgraph = { stop: () => Promise<void> };

/** The time for requests to end at a stop: by then the gateway has stopped waiting, or has gone before. */
const STOP_MS = 2500;

/**
 * Limits of a connection. A client that has reached a service and sends nothing more holds a connection no longer than
 * at the gateway: Node's own limits are minutes.
 */
const serverLimits = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  /**
   * Twice as long as the gateway keeps one: a request is lost on a connection that closes while the gateway uses it
   * again.
   */
  keepAliveTimeout: 20_000,
};

type Serving = {
  config: ServiceConfig;
  keys: readonly KeyObject[];
  log: Log;
  readiness: () => Promise<{ ready: boolean; reason?: string; warning?: string }>;
};

/** Serves one subgraph to the gateway alone: every request, `_entities` included, needs the gateway's signed token. */
export async function startSubgraph<Context extends object>(
  graph: SubgraphDefinition<Context>,
  serving: Serving,
): Promise<RunningSubgraph> {
  const apollo = subgraphServer(graph, serving.log);
  await apollo.start();
  const context = async ({ res }: ExpressContextFunctionArgument): Promise<ServiceRequest & Context> => {
    const { identity } = res.locals as { identity: Identity };
    return requestContext(graph, identity);
  };
  const server = createServer(serverLimits, subgraphApp(expressMiddleware(apollo, { context }), serving));
  await openPort(server, serving.config);
  return {
    stop: async () => {
      await closeServer(server, STOP_MS);
      await apollo.stop();
    },
  };
}

function subgraphApp(answerOperation: RequestHandler, { config, keys, log, readiness }: Serving): Express {
  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.get('/livez', (_request, response) => void response.json({ status: 'live' }));
  app.get('/readyz', (_request, response) => {
    readiness().then(
      ({ ready, ...why }) => response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...why }),
      () => response.status(503).json({ status: 'not ready' }),
    );
  });
  app.post(
    '/graphql',
    authenticateGateway(keys, config.service),
    express.json({ limit: '1mb', inflate: false }),
    answerOperation,
  );
  app.use((_request, response) => sendProblem(response, requestProblems.notFound));
  app.use(handleErrors(log, { limit: '1 MB', requestIdOf: requestIdIn }));
  return app;
}

function requestIdIn({ locals }: Response): string | undefined {
  return (locals as { identity?: Identity }).identity?.requestId;
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
