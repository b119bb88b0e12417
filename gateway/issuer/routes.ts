import { Router } from 'express';
import { jsonBody, jsonOnly } from '../http/json-only.ts';
import { sendProblem } from '#shared/http/problem.ts';
import { demoUsers } from './demo-users.ts';
import type { LocalIssuer } from './local-issuer.ts';

/** Serves the list of demo users, and a token for the one that was picked. */
export function issuerRoutes({ issue, jwks }: LocalIssuer): Router {
  const routes = Router();
  routes.get('/dev/users', (_request, response) => void response.json(demoUsers));
  routes.get('/dev/jwks.json', (_request, response) => void response.json(jwks));
  routes.post('/dev/token', jsonOnly, jsonBody, async (request, response) => {
    const user = demoUsers.find(({ id }) => id === userIn(request.body));
    if (!user)
      sendProblem(response, {
        status: 404,
        code: 'NOT_FOUND',
        message: 'There is no such demo user; GET /dev/users lists them.',
      });
    else response.json({ ...(await issue(user)), user });
  });
  return routes;
}

function userIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'user' in body ? body.user : undefined;
}
