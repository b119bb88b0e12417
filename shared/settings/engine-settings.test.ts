import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ConfigError } from './settings.ts';
import { engineConfig } from './engine-settings.ts';

let folder: string;
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kurze-wege-secrets-'));
  writeFileSync(file('mongo'), 'mongodb://people:secret@db1/?replicaSet=rs0\n');
  writeFileSync(file('password'), 'a secret\n');
  writeFileSync(file('ca'), '-----BEGIN CERTIFICATE-----');
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    engineConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the engines of a house', () => {
  test('are files below the data folder when nothing is set', () => {
    expect(engineConfig({})).toEqual({ dataDir: '.data', prefix: '', mongoUrl: undefined, kafka: undefined });
  });

  test('are chosen each on its own', () => {
    expect([
      engineConfig({ MONGO_URL: 'mongodb://db1' }).kafka,
      engineConfig({ KAFKA_BROKERS: 'k1:9092,k2:9092' }),
    ]).toEqual([
      undefined,
      expect.objectContaining({ mongoUrl: undefined, kafka: { brokers: ['k1:9092', 'k2:9092'] } }),
    ]);
  });

  test('are reached with secrets that lie in files', () => {
    const env = {
      MONGO_URL_FILE: file('mongo'),
      KAFKA_BROKERS: 'k1:9093',
      KAFKA_TLS: 'on',
      KAFKA_CA_FILE: file('ca'),
      KAFKA_SASL: 'scram-sha-512',
      KAFKA_USERNAME: 'people',
      KAFKA_PASSWORD_FILE: file('password'),
      ENGINES_PREFIX: 'north',
    };
    expect(engineConfig(env)).toEqual({
      dataDir: '.data',
      prefix: 'north-',
      mongoUrl: 'mongodb://people:secret@db1/?replicaSet=rs0',
      kafka: {
        brokers: ['k1:9093'],
        ssl: { ca: '-----BEGIN CERTIFICATE-----' },
        sasl: { mechanism: 'scram-sha-512', username: 'people', password: 'a secret' },
      },
    });
  });

  test.each([
    ['an address that is none', { MONGO_URL: 'db1' }, ['MONGO_URL: must begin with mongodb:// or mongodb+srv://']],
    ['a file that is not there', { MONGO_URL_FILE: '/nowhere' }, ['MONGO_URL_FILE: /nowhere cannot be read (ENOENT)']],
    [
      'an address with a password that is not written as an address is',
      { MONGO_URL: 'mongodb://people:p@ss@db1' },
      [expect.stringMatching(/^MONGO_URL: is no address that MongoDB understands; /)],
    ],
    [
      'an address with an option that nobody knows',
      { MONGO_URL: 'mongodb://db1/?colour=red' },
      [expect.stringMatching(/^MONGO_URL: is no address that MongoDB understands; /)],
    ],
    [
      'half a login',
      { KAFKA_BROKERS: 'k1:9092', KAFKA_USERNAME: 'people' },
      ['KAFKA_SASL, KAFKA_USERNAME, KAFKA_PASSWORD_FILE: are set together, or none of them'],
    ],
    [
      'certificates nobody uses',
      { KAFKA_BROKERS: 'k1:9092', KAFKA_CA_FILE: 'ca.pem' },
      ['KAFKA_CA_FILE: is not used without KAFKA_TLS=on'],
    ],
  ])('refuse %s', (_, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });

  test('refuse a password that would be sent as it is', () => {
    expect(
      problemsOf({
        KAFKA_BROKERS: 'k1:9092',
        KAFKA_SASL: 'plain',
        KAFKA_USERNAME: 'people',
        KAFKA_PASSWORD_FILE: file('password'),
      }),
    ).toEqual(['KAFKA_SASL: plain sends the password as it is, so it needs KAFKA_TLS=on']);
  });
});
