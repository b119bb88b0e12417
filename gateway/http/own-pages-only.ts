import type { RequestHandler } from 'express';
import { isLoopback } from './loopback.ts';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

/**
 * Refuses requests of other sites where tokens are given to anybody who asks: neither across origins, nor under a name
 * of its own that a site lets point at this machine.
 */
export const ownPagesOnly: RequestHandler = ({ headers, method }, response, next) => {
  const host = headers.host ?? '';
  const name = host.replace(/:\d+$/, '');
  const own = isLoopback(name) && (headers.origin === undefined || headers.origin === `http://${host}`);
  const site = headers['sec-fetch-site'] ?? 'none';
  // Following a link to the page is not asking from another site.
  const followed = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (own && (followed || site === 'same-origin' || site === 'none')) next();
  else sendProblem(response, problems.foreignOrigin);
};
