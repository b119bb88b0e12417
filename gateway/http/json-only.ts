import express, { type RequestHandler } from 'express';
import { httpLimits } from '../limits.ts';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/**
 * Refuses a body that is not plain JSON before a byte of it is read: forms of other sites cannot send JSON, and nothing
 * can unpack to more than was sent.
 */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const plain =
    JSON_TYPE.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
  if (plain) next();
  else sendProblem(response, problems.mediaType);
};

export const jsonBody = express.json({ limit: httpLimits.bodyBytes, inflate: false, strict: true });
