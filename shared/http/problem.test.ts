import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { handleErrors } from './problem.ts';
import { createLog } from '#shared/log.ts';

const bug = new Error('SECRET at store.ts:12');
const failing: [string, { body: string; error: unknown }, [number, string]][] = [
  ['a body that is no JSON', { body: '{"half', error: undefined }, [400, 'BAD_REQUEST']],
  ['a body that is too large', { body: JSON.stringify('x'.repeat(200)), error: undefined }, [413, 'PAYLOAD_TOO_LARGE']],
  ['a mistake of ours', { body: '{}', error: bug }, [500, 'INTERNAL_ERROR']],
  [
    'an error that calls itself one of the server',
    { body: '{}', error: Object.assign(new Error('SECRET'), { status: 503 }) },
    [500, 'INTERNAL_ERROR'],
  ],
  [
    'an error with a status that is none',
    { body: '{}', error: Object.assign(new Error('SECRET'), { status: 'ECONNREFUSED' }) },
    [500, 'INTERNAL_ERROR'],
  ],
];

test.each(failing)(
  '%s is told with a code alone, and logged where it is ours',
  async (_, { body, error }, expected) => {
    const logged: object[] = [];
    const log = Object.assign(createLog('people', 'silent'), { error: (line: object) => void logged.push(line) });
    const app = express();
    app.post('/', express.json({ limit: 100 }), () => {
      throw error;
    });
    app.use(handleErrors(log, { limit: '100 bytes', requestIdOf: () => 'r-1' }));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    try {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const text = await answer.text();
      const told = (JSON.parse(text) as { errors: { extensions: { code: string; requestId?: string } }[] }).errors[0]
        ?.extensions;
      const isOurs = error !== undefined;
      expect([answer.status, told]).toEqual([expected[0], { code: expected[1], ...(isOurs && { requestId: 'r-1' }) }]);
      expect(text).not.toContain('SECRET');
      expect(logged).toEqual(isOurs ? [{ err: error, requestId: 'r-1' }] : []);
    } finally {
      await new Promise((resolve) => server.close(resolve));
    }
  },
);
