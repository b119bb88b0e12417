import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { textOf } from '#tests/support/yaml-file.ts';
import { services } from '../../house/ports.ts';

// As mongosh takes them: one document to make a user, a name and a document without it to change one.
const held = { pwd: z.string().min(1), roles: z.array(z.strictObject({ role: z.string(), db: z.string() })) };
const toCreate = z.tuple([z.strictObject({ user: z.string(), ...held })]);
const toUpdate = z.tuple([z.string(), z.strictObject(held)]);
const begun = z.tuple([
  z.strictObject({ _id: z.string(), members: z.array(z.strictObject({ _id: z.number(), host: z.string() })) }),
]);

type User = { pwd: string; roles: { role: string; db: string }[] };

/** A MongoDB that has its root user alone, as far as the script uses the shell. */
function freshMongoDb() {
  const users = new Map<string, User>();
  const calls: string[] = [];
  let [initiated, hellos, loggedIn] = [false, 0, false];
  const admin = {
    auth: (...login: unknown[]) => (loggedIn = JSON.stringify(login) === '["root","s3cret of mongodb-root"]'),
    getUser: (name: string) => users.get(name) ?? null,
    createUser: (...given: unknown[]) => {
      const [{ user, ...is }] = toCreate.parse(given);
      calls.push(`create ${user}`);
      users.set(user, is);
    },
    updateUser: (...given: unknown[]) => {
      const [user, is] = toUpdate.parse(given);
      calls.push(`update ${user}`);
      users.set(user, is);
    },
  };
  const rs = {
    status: () => {
      if (!loggedIn) throw Object.assign(new Error('not logged in'), { codeName: 'Unauthorized' });
      if (!initiated)
        throw Object.assign(new Error('no replset config has been received'), { codeName: 'NotYetInitialized' });
    },
    initiate: (...given: unknown[]) => {
      expect(begun.parse(given)[0].members).toEqual([{ _id: 0, host: 'mongodb:27017' }]);
      calls.push('initiate');
      initiated = true;
    },
  };
  // The primary is there with the second question.
  const db = {
    getSiblingDB: (name: string) => (name === 'admin' ? admin : undefined),
    hello: () => ({ isWritablePrimary: (hellos += 1) > 1 }),
  };
  return { users, calls, db, rs };
}

/** Runs the script as mongosh does, with the secrets of infra/deploy/container/secrets.ts. */
function run({ db, rs }: Pick<ReturnType<typeof freshMongoDb>, 'db' | 'rs'>, password: (name: string) => string): void {
  const secret = (name: string): string =>
    name === 'mongodb-root'
      ? 's3cret of mongodb-root\n'
      : `mongodb://${name.replace('mongodb-url-', '')}:${encodeURIComponent(password(name))}@` +
        'mongodb:27017/?replicaSet=rs0\n';
  const files = { readFileSync: (path: string) => secret(path.replace('/run/secrets/', '')) };
  runInNewContext(textOf('infra/deploy/mongodb/init.js'), {
    db,
    rs,
    URL,
    decodeURIComponent,
    print: () => undefined,
    sleep: () => undefined,
    require: (name: string) => (name === 'fs' ? files : undefined),
  });
}

describe('the script that begins the replica set of Compose', () => {
  test(
    'makes at the first start a user for each service and one for the operator, with the passwords of their ' +
      'addresses',
    () => {
      const mongodb = freshMongoDb();
      run(mongodb, (name) => `first of ${name}`);
      const rights = (names: readonly string[]) =>
        names.map((name) => ({ role: 'readWrite', db: `kurze-wege-${name}` }));
      expect(mongodb.calls).toEqual(['initiate', ...services.map((name) => `create ${name}`), 'create operator']);
      expect(Object.fromEntries(mongodb.users)).toEqual({
        ...Object.fromEntries(
          services.map((name) => [name, { pwd: `first of mongodb-url-${name}`, roles: rights([name]) }]),
        ),
        operator: { pwd: 'first of mongodb-url-operator', roles: rights(services) },
      });
    },
  );

  test('gives the same users at every later start the passwords that the addresses have by then', () => {
    const mongodb = freshMongoDb();
    run(mongodb, (name) => `first of ${name}`);
    mongodb.calls.length = 0;
    run(mongodb, (name) => `second of ${name}`);
    expect(mongodb.calls).toEqual([...services.map((name) => `update ${name}`), 'update operator']);
    expect([...mongodb.users.values()].map(({ pwd }) => pwd)).toEqual(
      [...services, 'operator'].map((name) => `second of mongodb-url-${name}`),
    );
  });
});
