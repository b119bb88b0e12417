import { expect } from '@jest/globals';
import type { AttackedHouse } from './attacked-house.ts';
import { asks, FLAWLESS, read, type Attack, type Expected } from './attack.ts';
import { SECRET } from './furnishing.ts';
import type { Reply } from './send.ts';

/** P1: the attack is the sender's fault, never ours. 404 is what an address without anything behind it answers. */
const STATUSES = [200, 400, 401, 403, 404, 405, 406, 408, 413, 415, 429, 431];
/** P2: nothing is ever explained in HTML. */
const JSON_TYPE = /^application\/(graphql-response\+)?json/;
/** P3: no place in our code or network, no driver's words, no neighbours of a name. */
export const LEAK = new RegExp(
  [
    /(\bat .+\.(t|j)s:\d+)|node_modules|ECONN\w+|ENOTFOUND/,
    /mongodb(\+srv)?:|E11000|MongoServerError|CastError|SQLITE|kafka/,
    /serviceName|stacktrace|Did you mean/,
    /\b(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** One attack, and everything that has to be true afterwards. */
export async function withstands(house: AttackedHouse, [, send, expected]: Attack): Promise<void> {
  const before = await house.stores.fingerprint();
  const reply = await send(house);
  tellsNothing(reply);
  answersAs(reply, expected);
  await stillAnswers(house);
  // P6: nothing was changed, and nothing was said.
  expect(await house.stores.fingerprint()).toBe(before);
}

/** P1 to P3, and nothing of the person. On a raw connection hanging up is an answer. */
export function tellsNothing({ status, headers, text }: Reply): void {
  if (status === 0) return;
  expect(STATUSES).toContain(status);
  if (text !== '') expect(headers.get('content-type')).toMatch(JSON_TYPE);
  expect(text).not.toMatch(LEAK);
  expect(text).not.toMatch(SECRET);
  expect([...headers.keys()].filter((name) => /^(access-control-|x-powered-by|server$)/.test(name))).toEqual([]);
}

function answersAs(reply: Reply, expected: Expected): void {
  if (typeof expected !== 'string')
    expect({ status: reply.status, ...read(reply) }).toEqual({ status: 200, data: expected, codes: [] });
  else if (expected === FLAWLESS) expect([reply.status, read(reply).codes]).toEqual([200, []]);
  else if (expected.includes(' ')) expect([String(reply.status), ...read(reply).codes].join(' ')).toBe(expected);
  else expect(String(reply.status)).toBe(expected);
}

/** P5: who works here does not notice. */
export async function stillAnswers(house: AttackedHouse): Promise<void> {
  const usual = asks(
    'anna.berg',
    'query($id: ID!) { case(id: $id) { person { familyName } enrolments { status } } }',
    ({ caseId: id }) => ({ id }),
  );
  expect(read(await usual(house))).toEqual({
    data: { case: { person: { familyName: 'Kanarienvogel' }, enrolments: [{ status: 'PROPOSED' }] } },
    codes: [],
  });
}
