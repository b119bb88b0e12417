import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startIssuer } from '#infra/bench/issuer.ts';
import { startHouse, type House } from '#infra/house/house.ts';
import { freePorts } from '#infra/house/ports.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';
import type { GraphAnswer } from './subgraph.ts';

export type HouseUnderTest = House &
  AsyncDisposable & {
    /** What a demo user signs in with. */
    tokenOf: (user: string) => Promise<string>;
    /** Asks through the gateway as a demo user, the way a frontend does. */
    as: (user: string) => (query: string, variables?: Record<string, unknown>) => Promise<GraphAnswer>;
  };

const tokenSchema = z.object({ token: z.string() });
const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.object({ code: z.string().optional() }).optional(),
      }),
    )
    .optional(),
});

/**
 * A whole house in a temporary folder, on engines of its own or on those given: `await using house = await
 * houseUnderTest()`. `furnish` puts into the folder what a house of before has left there.
 */
export async function houseUnderTest(
  engines?: OwnEngines,
  furnish?: (dataDir: string) => Promise<void>,
): Promise<HouseUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kurze-wege-house-'));
  await furnish?.(dataDir);
  // On engines that others can reach a house issues no tokens of its own.
  const issuer = engines && (await startIssuer(dataDir));
  const house = await startHouse({
    dataDir,
    ports: await freePorts(),
    env: { LOG_LEVEL: 'warn', OIDC_ISSUER: '', MONGO_URL: '', KAFKA_BROKERS: '', ...engines?.env, ...issuer?.env },
  });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string): Promise<string> => {
    const token =
      tokens.get(user) ??
      issuer?.tokenOf(user) ??
      post(`${house.url}/dev/token`, { user }).then((answer) => tokenSchema.parse(answer).token);
    tokens.set(user, token);
    // A house that was killed meanwhile is asked again.
    token.catch(() => tokens.delete(user));
    return token;
  };
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= house.stop());
  return {
    ...house,
    stop,
    tokenOf,
    as: clientOf(house.url, tokenOf),
    [Symbol.asyncDispose]: async () => {
      await stop();
      await issuer?.close();
      await engines?.remove();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** Asks the gateway as whoever has a token. */
export function clientOf(url: string, tokenOf: (user: string) => Promise<string>): HouseUnderTest['as'] {
  return (user) =>
    async (query, variables = {}) => {
      const answer = answerSchema.parse(
        await post(`${url}/graphql`, { query, variables }, { authorization: `Bearer ${await tokenOf(user)}` }),
      );
      return {
        data: answer.data ?? null,
        errors: (answer.errors ?? []).map(({ message, path, extensions }) => ({
          message,
          path: path?.join('.') ?? '',
          code: extensions?.code,
        })),
      };
    };
}

async function post(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
}
