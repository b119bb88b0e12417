import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { noteMoved } from '#shared/settings/moved.ts';
import { serviceProcess } from '#tests/support/service-process.ts';

jest.setTimeout(120_000);

describe('a service that is started by itself', () => {
  let folder: string;
  let dataDir: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-settings-'));
    dataDir = join(folder, 'data');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const ended = async (env: NodeJS.ProcessEnv): Promise<[number | null, string]> => {
    await using service = await serviceProcess('measures', dataDir, env);
    return [await service.code, service.said().replaceAll(folder, '')];
  };

  test.each([
    [
      'a key that is not there',
      { INTERNAL_PUBLIC_KEY_FILE: 'nowhere.pem' },
      'INTERNAL_PUBLIC_KEY_FILE: nowhere.pem cannot be read (ENOENT); `npm start` makes the keys of a house',
    ],
    [
      'a key that is none',
      { INTERNAL_PUBLIC_KEY_FILE: 'package.json' },
      'INTERNAL_PUBLIC_KEY_FILE: package.json does not hold Ed25519 public keys alone; `npm start` makes the ' +
        'keys of a house',
    ],
    ['an address of another machine', { HOST: '203.0.113.7' }, 'HOST: 203.0.113.7 is no address of this machine'],
    [
      'a folder that cannot be made',
      { DATA_DIR: 'package.json/data' },
      'DATA_DIR: no files can be kept in package.json/data (ENOTDIR)',
    ],
    [
      'an address that MongoDB does not understand',
      { MONGO_URL: 'mongodb://people:p@ss@db1' },
      'MONGO_URL: is no address that MongoDB understands; special characters of a password are written as %40 ' +
        'for @, and options must be known ones',
    ],
    [
      'a certificate for MongoDB that is not there',
      { MONGO_URL: 'mongodb://127.0.0.1:9/?tls=true&tlsCAFile=nowhere.pem' },
      'MONGO_URL: nowhere.pem, which it names, cannot be read (ENOENT)',
    ],
  ])('says in one line what is wrong with %s', async (_, env, line) => {
    expect(await ended({ ...env, LOG_LEVEL: 'silent' })).toEqual([78, `measures: ${line}\n`]);
  });

  test('says in one line that its port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await ended({ MEASURES_PORT: String(port), LOG_LEVEL: 'silent' })).toEqual([
      78,
      `measures: port ${port} is taken; set MEASURES_PORT to another one\n`,
    ]);
    await new Promise((resolve) => server.close(resolve));
  });

  test('does not serve from a folder whose house lives elsewhere', async () => {
    await mkdir(dataDir);
    noteMoved(dataDir, { documents: '2026-03-01T09:00:00.000Z' });
    expect(await ended({ LOG_LEVEL: 'silent' })).toEqual([
      78,
      expect.stringMatching(/^measures: The documents of the house in \/data have moved\. Set MONGO_URL /),
    ]);
  });

  test('can be stopped while it still waits for the log', async () => {
    await using service = await serviceProcess('measures', dataDir, { KAFKA_BROKERS: '127.0.0.1:9' });
    await pause(2500);
    service.kill('SIGTERM');
    expect([await service.code, service.said()]).toEqual([0, expect.stringMatching(/"stopped"}\n$/)]);
  });
});
