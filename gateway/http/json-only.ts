import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { httpLimits } from '../limits.ts';
import { problems } from './problem.ts';
import { sendProblem } from '#shared/http/problem.ts';

const JSON_TYPE = /^application\/json([ \t]*;[ \t]*charset=(utf-8|"utf-8"))?$/i;

/** The bytes of a body are no text. */
class NotUtf8 extends Error {
  readonly status = 400;
}

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

export const jsonBody = express.json({
  limit: httpLimits.bodyBytes,
  inflate: false,
  strict: true,
  verify: (_request, _response, bytes) => {
    if (!isUtf8(bytes)) throw new NotUtf8();
  },
});
