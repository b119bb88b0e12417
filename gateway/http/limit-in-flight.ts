import type { RequestHandler } from 'express';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

/** Answers at most so many requests at the same time; the others are refused at once and may come back. */
export function limitInFlight(limit: number): RequestHandler {
  let inFlight = 0;
  return (_request, response, next) => {
    // Whoever has left already would never give their place back.
    if (response.destroyed) return;
    if (inFlight >= limit) {
      sendProblem(response.set('retry-after', '1'), problems.busy);
      return;
    }
    inFlight += 1;
    response.once('close', () => (inFlight -= 1));
    next();
  };
}
