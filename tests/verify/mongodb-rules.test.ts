import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { faults, right } from '#tests/support/mongodb/rule-examples.ts';
import { rules } from '#tests/support/mongodb/rules.ts';
import { commandsIn, type Command } from '#tests/support/mongodb/wire.ts';

/** As a driver puts it on the wire, a list of documents beside the command. */
function messageOf({ body }: Command, list?: { name: string; documents: object[] }): Buffer {
  const { BSON } = mongoose.mongo;
  const parts = [Buffer.from([0, 0, 0, 0, 0]), Buffer.from(BSON.serialize(body))];
  if (list) {
    const documents = Buffer.concat(list.documents.map((document) => BSON.serialize(document)));
    const head = Buffer.concat([Buffer.alloc(4), Buffer.from(`${list.name}\0`)]);
    head.writeInt32LE(head.length + documents.length);
    parts.push(Buffer.from([1]), head, documents);
  }
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + Buffer.concat(parts).length);
  header.writeInt32LE(2013, 12);
  return Buffer.concat([header, ...parts]);
}

describe('the rules of MongoDB that a stand-in may not enforce', () => {
  test.each(rules.map(({ name }, at) => [name, at] as const))('%s', (_, at) => {
    const [rule, fault] = [rules[at], faults[at]];
    expect(fault && rule?.wrong(fault.command)).toBe(fault?.said);
    expect(right.map((command) => rule?.wrong(command)).filter((wrong) => wrong !== undefined)).toEqual([]);
  });

  test('each has a command that breaks it, and a source', () => {
    expect([faults.length, rules.filter(({ source }) => source === '')]).toEqual([rules.length, []]);
  });
});

describe('a recorded connection', () => {
  test('is read command by command, however its bytes are cut', () => {
    const heard: Command[] = [];
    const hear = commandsIn((command) => heard.push(command));
    const ping = { name: 'ping', database: 'd', body: { ping: 1, $db: 'd' }, bytes: 0 };
    const insert = { name: 'insert', database: 'd', body: { insert: 'courses', $db: 'd' }, bytes: 0 };
    const bytes = Buffer.concat([
      messageOf(ping),
      messageOf(insert, { name: 'documents', documents: [{ _id: 'c-1' }] }),
    ]);
    for (const byte of bytes) hear(Buffer.from([byte]));
    expect(heard.map(({ name, database, body }) => ({ name, database, documents: body.documents }))).toEqual([
      { name: 'ping', database: 'd', documents: undefined },
      { name: 'insert', database: 'd', documents: [{ _id: 'c-1' }] },
    ]);
  });
});
