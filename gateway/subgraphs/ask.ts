import { subgraphLimits } from '../limits.ts';
import type { GatewayRequest } from '../request.ts';
import { Garbage, subgraphAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

export type Subgraph = {
  name: string;
  url: string;
  /** The codes that a service may answer with. */
  codes: ReadonlySet<string>;
};

export type Asked = { query: string; variables: Record<string, unknown>; operationName: string | undefined };

/** Why there is no answer: for our log, never for a client. */
export type Failure = 'UNREACHABLE' | 'TIMEOUT' | 'GARBAGE' | 'BROKEN' | 'TOKEN_REFUSED' | 'LEFT';

/** Asks a service as the caller of this request and nobody else: nothing a client sent goes along but the operation. */
export async function ask({ name, url, codes }: Subgraph, asked: Asked, caller: GatewayRequest): Promise<SubgraphAnswer | Failure> {
  const ms = Math.min(subgraphLimits.fetchMs, Math.ceil(caller.remainingMs()));
  if (ms <= 0) return 'TIMEOUT';
  const { representations } = asked.variables;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${await caller.tokenFor(name)}` },
      body: JSON.stringify(asked),
      redirect: 'error',
      signal: patience(asked, caller, ms),
    });
    const text = await bounded(response);
    if (response.status === 401) return 'TOKEN_REFUSED';
    // 400 carries an answer as well: values that only the service could check.
    if (response.status !== 200 && response.status !== 400) return 'BROKEN';
    return subgraphAnswer(text, { codes, entities: Array.isArray(representations) ? representations.length : undefined });
  } catch (error) {
    if (error instanceof Garbage) return 'GARBAGE';
    if (caller.left.aborted) return 'LEFT';
    return isTimeout(error) ? 'TIMEOUT' : 'UNREACHABLE';
  }
}

/** A change that was sent is waited for even when its caller has gone. */
function patience({ query }: Asked, { left }: GatewayRequest, ms: number): AbortSignal {
  const timeout = AbortSignal.timeout(ms);
  return query.startsWith('mutation') ? timeout : AbortSignal.any([timeout, left]);
}

function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'TimeoutError';
}

async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!body) return '';
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > subgraphLimits.answerBytes) throw new Garbage();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
