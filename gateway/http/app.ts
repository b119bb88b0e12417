import { expressMiddleware, type ExpressContextFunctionArgument } from '@as-integrations/express5';
import express, { type Express, type RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import type { KeyObject } from 'node:crypto';
import type { GatewayGraph } from '../supergraph/graph.ts';
import { answerType } from './answer-type.ts';
import { limitCaller } from './limit-caller.ts';
import { limitInFlight } from './limit-in-flight.ts';
import { jsonBody, jsonOnly } from './json-only.ts';
import { problems } from './problem.ts';
import { requestLog, traceOf } from './request-log.ts';
import { authenticate, callerIn } from '../identity/authenticate.ts';
import type { TrustedIssuer } from '../identity/caller.ts';
import { httpLimits } from '../limits.ts';
import { admission, TooManyTexts } from '../operation/admission.ts';
import { gatewayRequest, type GatewayRequest } from '../operation/request.ts';
import { sendProblem, handleErrors } from '#shared/http/problem.ts';
import type { Log } from '#shared/log.ts';

export type GatewayParts = {
  graph: GatewayGraph;
  trusted: TrustedIssuer;
  /** Signs the internal tokens, by which services know a caller. */
  internalKey: KeyObject;
  /** Handlers for the demo users of this machine alone. */
  local: RequestHandler[];
  /** Returns false while stopping: then nobody should send more. */
  ready: () => boolean;
  log: Log;
};

/** Makes the app behind the one door. Each step refuses before the next step, which would cost more, begins. */
export function gatewayApp({ graph, trusted, internalKey, local, ready, log }: GatewayParts): Express {
  const app = express().disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.get('/livez', (_request, response) => void response.json({ status: 'live' }));
  app.get(
    '/readyz',
    (_request, response) => void response.status(ready() ? 200 : 503).json({ status: ready() ? 'ready' : 'stopping' }),
  );
  app.use(requestLog(log), ...local);
  app.use('/graphql', answerType);
  app.post(
    '/graphql',
    jsonOnly,
    authenticate(trusted),
    limitCaller(),
    jsonBody,
    limitInFlight(httpLimits.inFlight),
    admitOperation(),
    expressMiddleware(graph, { context: requestContext(internalKey) }),
  );
  app.all('/graphql', (_request, response) => sendProblem(response.set('allow', 'POST'), problems.method));
  app.use((_request, response) => sendProblem(response, problems.notFound));
  app.use(handleErrors(log, { limit: '100 kB', requestIdOf: (response) => traceOf(response).requestId }));
  return app;
}

function admitOperation(): RequestHandler {
  const admit = admission();
  return (request, response, next) => {
    try {
      const { kind, name, alone } = admit(request.body, callerIn(response).id);
      if (alone !== undefined) Object.assign(request.body as object, { query: alone });
      Object.assign(traceOf(response), { kind, operation: name });
      next();
    } catch (error) {
      if (error instanceof TooManyTexts) {
        sendProblem(response.set('retry-after', '10'), problems.tooManyTexts);
        return;
      }
      if (!(error instanceof GraphQLError)) throw error;
      traceOf(response).codes = [String(error.extensions.code)];
      response.status(400).json({ errors: [error] });
    }
  };
}

function requestContext(internalKey: KeyObject) {
  return async ({ res: response }: ExpressContextFunctionArgument): Promise<GatewayRequest> => {
    const callerGone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) callerGone.abort();
    });
    const trace = traceOf(response);
    const noteCodes = (codes: string[]): void => void (trace.codes = [...new Set(codes)]);
    return gatewayRequest(internalKey, {
      actor: callerIn(response),
      requestId: trace.requestId,
      callerGone: callerGone.signal,
      noteCodes,
    });
  };
}
