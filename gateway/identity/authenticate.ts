import type { RequestHandler, Response } from 'express';
import type { Actor } from '#shared/identity/identity.ts';
import { problems } from '../http/problem.ts';
import { callerOf, Unauthenticated, WithoutRole, type TrustedIssuer } from './caller.ts';
import { KeysUnavailable } from './key-set.ts';
import { rememberedCallers } from './remembered-callers.ts';
import { sendProblem } from '#shared/http/problem.ts';

const callers = new WeakMap<Response, Actor>();

/** Returns the caller of a request behind `authenticate`. */
export function callerIn(response: Response): Actor {
  const caller = callers.get(response);
  if (!caller) throw new Unauthenticated();
  return caller;
}

/** Authenticates a request by its bearer token alone; every other header about identity is not even looked at. */
export function authenticate(trusted: TrustedIssuer): RequestHandler {
  const known = rememberedCallers((token) => callerOf(token, trusted));
  return (request, response, next) => {
    // Node keeps the first of several; whoever stands before us may have looked at another one.
    if ((request.headersDistinct.authorization?.length ?? 0) > 1) {
      sendProblem(response, problems.severalTokens);
      return;
    }
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    known(token).then(
      ({ actor }) => {
        callers.set(response, actor);
        next();
      },
      (error: unknown) => {
        if (error instanceof Unauthenticated)
          sendProblem(response.set('www-authenticate', 'Bearer'), problems.unauthenticated);
        else if (error instanceof WithoutRole) sendProblem(response, problems.withoutRole);
        else if (error instanceof KeysUnavailable) sendProblem(response.set('retry-after', '30'), problems.keysAway);
        else next(error);
      },
    );
  };
}
