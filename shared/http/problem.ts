import type { ErrorRequestHandler, Response } from 'express';
import type { Log } from '#shared/log.ts';

/** An answer over HTTP that is not a result: the same shape as every error of the graph. */
export type HttpProblem = { status: number; code: string; message: string };

/** The answer to a fault of ours: a caller learns only how to find it in our log. */
export const INTERNAL_ERROR = {
  code: 'INTERNAL_ERROR',
  message:
    'Something went wrong on our side. It was recorded under the request id, which is in `extensions.requestId`.',
};

export const requestProblems = {
  notFound: { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' },
  mediaType: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send application/json, uncompressed, in UTF-8.' },
  unreadable: { status: 400, code: 'BAD_REQUEST', message: 'The request could not be read.' },
  noJson: { status: 400, code: 'BAD_REQUEST', message: 'The body is not valid JSON.' },
  broken: { status: 500, ...INTERNAL_ERROR },
} satisfies Record<string, HttpProblem>;

export function problemBody(
  { code, message }: Omit<HttpProblem, 'status'>,
  requestId?: string,
): { errors: { message: string; extensions: { code: string; requestId?: string } }[] } {
  return { errors: [{ message, extensions: { code, ...(requestId !== undefined && { requestId }) } }] };
}

export function sendProblem(response: Response, problem: HttpProblem, requestId?: string): void {
  response.status(problem.status).json(problemBody(problem, requestId));
}

/** Returns the problem of an error. An error is ours unless it says itself that the request was wrong. */
function problemOf(error: unknown, limit: string): HttpProblem {
  const { broken, mediaType, noJson, unreadable } = requestProblems;
  if (typeof error !== 'object' || error === null || !('status' in error)) return broken;
  if (error.status === 413)
    return { status: 413, code: 'PAYLOAD_TOO_LARGE', message: `The body is larger than ${limit}.` };
  if (error.status === 415) return mediaType;
  if ('type' in error && error.type === 'entity.parse.failed') return noJson;
  return Number(error.status) >= 400 && Number(error.status) < 500 ? unreadable : broken;
}

/** The size of a body in words, and the id of a request in our log. */
type ErrorHandling = { limit: string; requestIdOf: (response: Response) => string | undefined };

/** Answers errors with a code and a sentence and nothing else; a fault of ours goes into the log. */
export function handleErrors(log: Log, { limit, requestIdOf }: ErrorHandling): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  // eslint-disable-next-line max-params
  return (error: unknown, _request, response, _next) => {
    const problem = problemOf(error, limit);
    const isOurs = problem === requestProblems.broken;
    const requestId = isOurs ? requestIdOf(response) : undefined;
    if (isOurs) log.error({ err: error, requestId }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem, requestId);
  };
}
