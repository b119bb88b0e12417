import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { localIssuer } from '../issuer/local-issuer.ts';
import { callerLimits, httpLimits } from '../limits.ts';
import { smallHouse, type HttpAnswer, type SmallHouse } from '../testing/small-house.ts';
import { closeServer, openPort } from '#shared/http/server.ts';

let house: SmallHouse;
let sockets: Socket[];
beforeEach(async () => {
  house = await smallHouse();
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await house[Symbol.asyncDispose]();
});

const body = JSON.stringify({ query: '{ person(id: "1") { name } }' });
const ask = async (token: string, asked = house): Promise<HttpAnswer> =>
  asked.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
  });
const answered = { data: { person: { name: 'Person 1' } } };

/** Sends the beginning of a request, and resolves with the first words of its answer. */
function begin(
  token: string,
  { length = body.length, house: { address } = house }: { length?: number; house?: SmallHouse } = {},
): { socket: Socket; answer: Promise<string> } {
  const { port, hostname } = new URL(address);
  const socket = connect(Number(port), hostname, () =>
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
        `authorization: Bearer ${token}\r\ncontent-length: ${length}\r\n\r\n{`,
    ),
  );
  sockets.push(socket);
  const answer = new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.toString()));
    socket.once('error', () => resolve('error'));
    socket.once('close', () => resolve('closed'));
  });
  return { socket, answer };
}

/** An identity provider that keeps its keys back until it is told to tell them. */
async function slowKeys() {
  const folder = mkdtempSync(join(tmpdir(), 'issuer-'));
  const { issue, jwks, trusted } = await localIssuer(folder);
  rmSync(folder, { recursive: true });
  const told = Promise.withResolvers<undefined>();
  const provider = createServer((_, response) => {
    void told.promise.then(() => response.setHeader('content-type', 'application/json').end(JSON.stringify(jwks)));
  });
  const port = await openPort(provider, { host: '127.0.0.1', port: 0 });
  const { issuer, audience } = trusted;
  return {
    trust: { kind: 'oidc', issuer, audience, jwksUrl: `http://127.0.0.1:${port}/keys` } as const,
    token: (await issue({ id: 'anna.berg', role: 'CASE_MANAGER', municipalities: [] })).token,
    tell: () => told.resolve(undefined),
    [Symbol.asyncDispose]: () => closeServer(provider, 0),
  };
}

/** What was sent before has been seen when others are answered. */
async function manyOthersAnswered(asked: SmallHouse): Promise<void> {
  for (let time = 0; time < 20; time += 1) await asked.send({ method: 'GET' }, '/livez');
}

/** Resolves when as many requests as that were refused: then the others have been seen too. */
async function refused(answers: Promise<string>[], atLeast: number): Promise<string[]> {
  const seen: string[] = [];
  await new Promise<void>((resolve) => {
    for (const answer of answers)
      void answer.then((text) => {
        if (seen.push(text) === atLeast) resolve();
      });
  });
  return seen;
}

describe('bodies that do not come', () => {
  test('hold their sender up and nobody else, however many there are', async () => {
    const anna = await house.token('anna.berg');
    const jonas = await house.token('jonas.keller');
    const over = httpLimits.inFlight + 20 - callerLimits.inFlight;
    const begun = Array.from({ length: httpLimits.inFlight + 20 }, () => begin(anna));
    const refusals = await refused(
      begun.map(({ answer }) => answer),
      over,
    );
    expect(refusals.filter((text) => !/^HTTP\/1\.1 429 [^]*"code":"TOO_MANY_REQUESTS"/.test(text))).toEqual([]);
    expect((await ask(jonas)).body).toEqual(answered);
    const hers = await ask(anna);
    expect([hers.status, hers.headers.get('retry-after'), hers.body.errors?.[0]?.extensions.code]).toEqual([
      429,
      '1',
      'TOO_MANY_REQUESTS',
    ]);
  });

  test('give their room back when their sender goes', async () => {
    const anna = await house.token('anna.berg');
    const begun = Array.from({ length: callerLimits.inFlight + 1 }, () => begin(anna));
    await refused(
      begun.map(({ answer }) => answer),
      1,
    );
    for (const { socket } of begun) socket.destroy();
    let answer = await ask(anna);
    while (answer.status === 429) answer = await ask(anna);
    expect(answer.body).toEqual(answered);
  });

  test('give it back too when their sender goes before the token was looked at', async () => {
    await using keys = await slowKeys();
    await using elsewhere = await smallHouse(keys.trust);
    const waiting = Array.from({ length: callerLimits.inFlight }, () => begin(keys.token, { house: elsewhere }));
    await Promise.all(waiting.map(({ socket }) => once(socket, 'connect')));
    await manyOthersAnswered(elsewhere);
    for (const { socket } of waiting) socket.destroy();
    await manyOthersAnswered(elsewhere);
    keys.tell();
    expect((await ask(keys.token, elsewhere)).body).toEqual(answered);
  });

  test('count with the length that they say they have', async () => {
    const anna = await house.token('anna.berg');
    const fitting = Math.floor(callerLimits.bytesInFlight / httpLimits.bodyBytes);
    const begun = Array.from({ length: fitting + 1 }, () => begin(anna, { length: httpLimits.bodyBytes }));
    const [refusal] = await refused(
      begun.map(({ answer }) => answer),
      1,
    );
    expect(refusal).toMatch(/^HTTP\/1\.1 429 /);
  });
});
