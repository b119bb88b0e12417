import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { subgraphLimits } from '../limits.ts';

export type SubgraphResponse = { status: number; text: string };
export type SubgraphPost = {
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  callerGone: AbortSignal | undefined;
};
export type Post = (posting: SubgraphPost) => Promise<SubgraphResponse>;

/** The service took too long. */
export class TimedOut extends Error {}

/** The answer is larger than the gateway takes. */
export class AnswerTooLarge extends Error {}

/**
 * Makes a function that posts to one address over connections that are kept. It stands on `node:http` and not on
 * `fetch`, which costs four times the work for each request; every request of a caller becomes several of these.
 */
export function postTo(address: string): Post {
  const url = new URL(address);
  const options = { keepAlive: true, maxSockets: subgraphLimits.inFlight, timeout: subgraphLimits.idleMs };
  const secure = url.protocol === 'https:';
  const agent = secure ? new HttpsAgent(options) : new HttpAgent(options);
  const request = secure ? httpsRequest : httpRequest;

  return ({ headers, body, timeoutMs: ms, callerGone: left }) =>
    new Promise((resolve, reject) => {
      const outgoing = request(url, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      const give = (): void => void outgoing.destroy(new Error('nobody waits for this any more'));
      const timeout = setTimeout(() => void outgoing.destroy(new TimedOut()), ms);
      left?.addEventListener('abort', give, { once: true });
      outgoing.once('close', () => {
        clearTimeout(timeout);
        left?.removeEventListener('abort', give);
        // Without an effect after an answer; never leaves anybody waiting without one.
        reject(new Error('closed before it was answered'));
      });
      outgoing.on('error', reject);
      outgoing.once('response', (incoming) => receive(incoming, { resolve, reject }));
      outgoing.end(body);
    });
}

type Settle = { resolve: (posted: SubgraphResponse) => void; reject: (error: unknown) => void };

/** Reads the response and settles within its own event: the request's `close` comes right after it. */
function receive(incoming: IncomingMessage, { resolve, reject }: Settle): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > subgraphLimits.answerBytes) incoming.destroy(new AnswerTooLarge());
  });
  incoming.on('error', reject);
  incoming.once('end', () =>
    resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
  );
}
