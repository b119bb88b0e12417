import { expect } from '@jest/globals';
import type { ProcessName } from '#infra/house/house.ts';
import { services } from '#infra/house/ports.ts';
import { eventually } from '#tests/support/eventually.ts';
import { asks, type Attack, type Kind } from '../support/attacks/attack.ts';
import type { AttackedHouse } from '../support/attacks/attacked-house.ts';
import { stillAnswers } from '../support/attacks/pass-rules.ts';
import { allOf, openConnection, replyIn, type Reply } from '../support/attacks/send.ts';

const SOCKETS = 60;
const BURST = 500;
const head = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

/** As many connections as that say the beginning and nothing more; all have to be closed by the other side. */
async function slowly(house: AttackedHouse, names: readonly ProcessName[], beginning: string): Promise<Reply> {
  const sockets = names.flatMap((name) =>
    Array.from({ length: Math.ceil(SOCKETS / names.length) }, () => openConnection(house.ports[name], beginning)),
  );
  // The others are answered while these wait.
  const [said] = await Promise.all([Promise.all(sockets.map(allOf)), stillAnswers(house)]);
  const replies = said.map(replyIn);
  expect(new Set(replies.map(({ status }) => status)).size).toBe(1);
  return replies[0] ?? { status: 0, headers: new Headers(), text: '' };
}

/** Sent all at once: each is answered, or told at once to come again. */
async function atOnce(house: AttackedHouse): Promise<Reply> {
  const ask = asks('kai.neu', '{ projects { edges { node { title } } } }');
  const replies = await Promise.all(Array.from({ length: BURST }, () => ask(house)));
  const refused = replies.filter(({ status }) => status !== 200);
  expect(refused.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
    refused.map(() => [429, '1']),
  );
  // A service that was kept waiting may be left alone for a second.
  await eventually(() => stillAnswers(house));
  return replies.find(({ status, text }) => status === 200 && !text.includes('SERVICE_UNAVAILABLE')) ?? ask(house);
}

/** Asked and gone before an answer. */
async function aborted(house: AttackedHouse): Promise<Reply> {
  const token = await house.tokenOf('miriam.vogt');
  const body = JSON.stringify({
    query: '{ persons(first: 100) { edges { node { familyName cases { enrolments { status } } } } } }',
  });
  const gone = Array.from({ length: 300 }, async (_, n) => {
    const leave = new AbortController();
    const asking = fetch(`${house.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      signal: leave.signal,
    }).then(async (response) => response.text());
    if (n % 3 === 0) leave.abort();
    else setImmediate(() => leave.abort());
    await asking.catch(() => undefined);
  });
  await Promise.all(gone);
  await eventually(() => stillAnswers(house));
  return asks('kai.neu', '{ projects { edges { node { title } } } }')(house);
}

/** Connections that never say anything. They may stay for a while, and hold nobody up. */
async function silent(house: AttackedHouse): Promise<Reply> {
  const sockets = Array.from({ length: 300 }, () => openConnection(house.ports.gateway));
  const reply = await asks('kai.neu', '{ projects { edges { node { title } } } }')(house);
  for (const socket of sockets) socket.destroy();
  return reply;
}

const person = 'person { id givenName enrolments { id status } proposals { id } }';
const ofCase = `id ${person} timeline(first: 1) { edges { node { name } } } project { id title }`;
const large = (tag: string): string => {
  const fields = Array.from({ length: 10 }, (_, n) => `x${tag}n${n}: cases(first: 1) { edges { node { ${ofCase} } } }`);
  return `{ ${fields.join(' ')} }`;
};

/** Each has to be planned anew. They end by themselves; others are answered in between. */
async function everNew(house: AttackedHouse): Promise<Reply> {
  for (let number = 0; number < 40; number += 1) {
    const reply = await asks('petra.fremd', large(`t${number}`))(house);
    if (reply.status === 429) return reply;
  }
  throw new Error('forty large texts were planned');
}

const projects = { projects: { edges: [{ node: { title: 'Kurze Wege' } }] } };
const attacks: Attack[] = [
  ['headers that never end, at the door', (house) => slowly(house, ['gateway'], `${head}x-slow: `), '408 BAD_REQUEST'],
  ['headers that never end, at every service', (house) => slowly(house, services, `${head}x-slow: `), '408'],
  [
    'a body that never comes, at the door',
    (house) => slowly(house, ['gateway'], `${head}content-length: 1000\r\n\r\n{"query":`),
    '401 UNAUTHENTICATED',
  ],
  [
    'a body that never comes, with a genuine token',
    async (house) =>
      slowly(
        house,
        ['gateway'],
        `${head}authorization: Bearer ${await house.tokenOf('kai.neu')}\r\ncontent-length: 1000\r\n\r\n{"query":`,
      ),
    '408 BAD_REQUEST',
  ],
  ['large operations that are ever new', everNew, '429 TOO_MANY_OPERATIONS'],
  ['five hundred operations at once', atOnce, projects],
  ['three hundred that leave before they are answered', aborted, projects],
  ['three hundred connections without a word', silent, projects],
];

/** Bounded in number and in time: this machine attacks itself. */
export const flooding: Kind = { name: 'flooding and slowness', attacks };
