import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Log } from '#shared/log.ts';

/** What is known about a request so far. What a client calls its request counts for nothing: the id is ours. */
export type Trace = { requestId: string; operation?: string; kind?: string; codes?: string[] };

const traces = new WeakMap<Response, Trace>();

export function traceOf(response: Response): Trace {
  const trace = traces.get(response) ?? { requestId: randomUUID() };
  traces.set(response, trace);
  return trace;
}

/** One line per request: never variables, tokens, names or addresses. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const trace = traceOf(response);
    const started = performance.now();
    response.set({ 'x-request-id': trace.requestId, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    response.once('close', () => {
      const path = request.path === '/graphql' ? undefined : request.path.slice(0, 60);
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info({ ...trace, path, status: response.writableFinished ? response.statusCode : 'left', ms }, 'request');
    });
    next();
  };
}
