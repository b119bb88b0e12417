import type { Response } from 'express';

/** An answer that is not a result: the same shape as every error of the graph. */
export type Problem = { status: number; code: string; message: string };

export function problemBody({ code, message }: Omit<Problem, 'status'>): { errors: { message: string; extensions: { code: string } }[] } {
  return { errors: [{ message, extensions: { code } }] };
}

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).json(problemBody(problem));
}

export const problems = {
  notFound: { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' },
  method: { status: 405, code: 'METHOD_NOT_ALLOWED', message: 'Send operations with POST.' },
  mediaType: { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message: 'Send application/json, uncompressed, in UTF-8.' },
  tooLarge: { status: 413, code: 'PAYLOAD_TOO_LARGE', message: 'The body is larger than 100 kB.' },
  unreadable: { status: 400, code: 'BAD_REQUEST', message: 'The request could not be read.' },
  noJson: { status: 400, code: 'BAD_REQUEST', message: 'The body is not valid JSON.' },
  headersTooLarge: { status: 431, code: 'BAD_REQUEST', message: 'The headers are too large.' },
  tooSlow: { status: 408, code: 'BAD_REQUEST', message: 'The request took too long to arrive.' },
  busy: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Too much at the same time; try again in a moment.' },
  tooManyTexts: { status: 429, code: 'TOO_MANY_OPERATIONS', message: 'Too many different operations; send the same ones with other variables, or try again in a moment.' },
  broken: { status: 500, code: 'INTERNAL_ERROR', message: 'Something went wrong on our side; it was recorded under the request id.' },
  unauthenticated: { status: 401, code: 'UNAUTHENTICATED', message: 'A valid token is needed: `authorization: Bearer …`.' },
  withoutRole: { status: 403, code: 'FORBIDDEN', message: 'The token is valid, but names no role of this house.' },
  keysAway: { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'Tokens cannot be checked at the moment; try again later.' },
  foreignOrigin: { status: 403, code: 'FORBIDDEN', message: 'Only pages of this address itself may ask here.' },
} satisfies Record<string, Problem>;
