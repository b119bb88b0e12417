import express, { type RequestHandler } from 'express';
import { httpLimits } from '../limits.ts';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

const JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;

/**
 * What is not plain JSON is refused before a byte of it is read: forms of other sites cannot send it, nothing can
 * unfold in it.
 */
export const jsonOnly: RequestHandler = (request, response, next) => {
  const plain =
    JSON_TYPE.test(request.headers['content-type'] ?? '') && request.headers['content-encoding'] === undefined;
  if (plain) next();
  else sendProblem(response, problems.mediaType);
};

export const jsonBody = express.json({ limit: httpLimits.bodyBytes, inflate: false, strict: true });
