import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { parseConfig, port } from '#shared/settings/settings.ts';
import { Unavailable } from '#shared/refusal.ts';
import { ImportRefused } from './import/answers.ts';
import type { AskGraph } from './import/import-file.ts';

const TOO_MANY_REQUESTS = 429;
const TRIES_ON_SPENT_BUDGET = 60;

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

/** Settings of where a command asks from a shell, and as whom. */
export const askerSettings = {
  GATEWAY_URL: z.url().optional(),
  GATEWAY_PORT: port(4000),
  KURZE_WEGE_TOKEN: z.string().optional(),
};

/**
 * Asks the gateway with the token that is set, or with one from the issuer that a house on one machine brings along.
 */
export async function graphAsker(env: NodeJS.ProcessEnv, user: string): Promise<AskGraph> {
  const { GATEWAY_URL, GATEWAY_PORT, KURZE_WEGE_TOKEN: given } = parseConfig(askerSettings, env);
  const url = GATEWAY_URL ?? `http://127.0.0.1:${GATEWAY_PORT}/graphql`;
  const token = given ?? (await demoToken(new URL('/dev/token', url), user));
  return async (operation, variables) => {
    const { data, errors } = answerSchema.parse(
      await post(url, { query: operation, variables }, { authorization: `Bearer ${token}` }),
    );
    const [first] = errors ?? [];
    if (first) throw errorOf(first.message, first.extensions?.code ?? 'error');
    return data;
  };
}

/** The codes of a refusal that another try some moments later may not meet. */
const PASSING_CODES: ReadonlySet<string> = new Set(['SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS', 'TOO_MANY_OPERATIONS']);

/** Tells what may pass from what is wrong; a caller who is asked to identify themselves is refused. */
function errorOf(message: string, code: string): Error {
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return new ImportRefused({ code, message });
  return PASSING_CODES.has(code) ? new Unavailable(`${message} (${code})`) : new Error(`${message} (${code})`);
}

async function demoToken(url: URL, user: string): Promise<string> {
  const issued = z.object({ token: z.string() }).safeParse(await post(url, { user }));
  if (!issued.success)
    throw new ImportRefused({
      code: 'UNAUTHENTICATED',
      message:
        `No token for ${user}: is the name right (GET ${new URL('/dev/users', url).href} lists them), and is ` +
        'this a house with demo users? Otherwise set KURZE_WEGE_TOKEN.',
    });
  return issued.data.token;
}

/** Posts and waits where the gateway says that the caller's budget is spent: such a request was not begun. */
async function post(url: string | URL, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  for (let triesLeft = TRIES_ON_SPENT_BUDGET; ; triesLeft -= 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      throw new Unavailable(`${new URL(url).host} does not answer; is the house running (npm start)?`, {
        cause: error,
      });
    });
    if (response.status !== TOO_MANY_REQUESTS || triesLeft === 0) return response.json().catch(() => ({}));
    await response.body?.cancel();
    await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
  }
}
