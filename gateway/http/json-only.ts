import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { httpLimits } from '../limits.ts';
import type { Log } from '#shared/log.ts';
import { problems, sendProblem, type Problem } from './problem.ts';

const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/** What is not plain JSON is refused before a byte of it is read: forms of other sites cannot send it, nothing can unfold in it. */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const plain = JSON_TYPE.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
  if (plain) next();
  else sendProblem(response, problems.mediaType);
};

export const jsonBody = express.json({ limit: httpLimits.bodyBytes, inflate: false, strict: true });

/** Nothing but a code and a sentence leaves, whatever went wrong. */
export function withoutDetails(log: Log): ErrorRequestHandler {
  // Express recognises an error handler by its four parameters.
  // eslint-disable-next-line max-params
  return (error: unknown, _request, response, _next) => {
    const problem = problemOf(error);
    if (problem === problems.broken) log.error({ err: error }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem);
  };
}

function problemOf(error: unknown): Problem {
  if (typeof error !== 'object' || error === null || !('status' in error)) return problems.broken;
  if (error.status === 413) return problems.tooLarge;
  if (error.status === 415) return problems.mediaType;
  if ('type' in error && error.type === 'entity.parse.failed') return problems.noJson;
  return Number(error.status) < 500 ? problems.unreadable : problems.broken;
}
