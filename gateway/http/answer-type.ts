import type { RequestHandler } from 'express';

const JSON_ALONE = 'application/json';
const RESPONSE = 'application/graphql-response+json';

/** Sets the type that a caller prefers for what refuses a request, as the graph does for what it answers. */
export const answerType: RequestHandler = (request, response, next) => {
  if (request.accepts(JSON_ALONE, RESPONSE) === RESPONSE) response.set('content-type', `${RESPONSE}; charset=utf-8`);
  next();
};
