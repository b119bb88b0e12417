import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Log } from '#shared/log.ts';

/**
 * The facts of a request so far, for its line in the log. A client's own name for a request counts for nothing: the id
 * is ours.
 */
export type Trace = { requestId: string; operation?: string; kind?: string; codes?: string[] };

/**
 * The length of an operation's name in the log. Authors of a frontend name operations; a name may be as long as a body.
 */
const LONGEST_NAME = 60;

const traces = new WeakMap<Response, Trace>();

export function traceOf(response: Response): Trace {
  const trace = traces.get(response) ?? { requestId: randomUUID() };
  traces.set(response, trace);
  return trace;
}

/** Writes one line per request: never variables, tokens, names or addresses. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const trace = traceOf(response);
    const started = performance.now();
    response.set({ 'x-request-id': trace.requestId, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    response.once('close', () => {
      const path = request.path === '/graphql' ? undefined : routeOf(request);
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info(
        {
          ...trace,
          operation: trace.operation?.slice(0, LONGEST_NAME),
          path,
          status: response.writableFinished ? response.statusCode : 'left',
          ms,
        },
        'request',
      );
    });
    next();
  };
}

/** Returns the path when it is one of our own: any other path is the caller's text. */
function routeOf({ route }: Request): string | undefined {
  // Express sets it to the route that answered, if there was one.
  return (route as { path: string } | undefined)?.path;
}
