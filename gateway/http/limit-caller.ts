import type { Request, RequestHandler } from 'express';
import { callerIn } from '../identity/authenticate.ts';
import { httpLimits } from '../limits.ts';
import { callerBudget } from './caller-budget.ts';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

/** Refuses whoever has had enough, before a body is read. */
export function limitCaller(budget = callerBudget()): RequestHandler {
  return (request, response, next) => {
    // Whoever left while the token was looked at would never give back what they are given now.
    if (response.destroyed) return;
    const entered = budget(callerIn(response).id, bytesOf(request));
    if (typeof entered === 'function') {
      response.once('close', entered);
      next();
      return;
    }
    sendProblem(response.set('retry-after', '1'), entered === 'caller' ? problems.tooManyRequests : problems.busy);
  };
}

/** What a body may grow to: what it says of itself; where it does not, as much as any may have. */
function bytesOf({ headers }: Request): number {
  return Math.min(Number(headers['content-length'] ?? httpLimits.bodyBytes), httpLimits.bodyBytes);
}
