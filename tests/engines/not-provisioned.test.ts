import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startHouse } from '#infra/house/house.ts';
import { freePorts } from '#infra/house/ports.ts';
import { adminOf, kafkaClient } from '#shared/events/kafka/client.ts';
import { createLog } from '#shared/log.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { startIssuer } from '#infra/bench/issuer.ts';

jest.setTimeout(120_000);

const provision = fileURLToPath(new URL('../../infra/operate/provision.ts', import.meta.url));

/** Why a house did not start, in its own words. */
async function refusalOf(env: NodeJS.ProcessEnv): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-refused-'));
  const issuer = await startIssuer(dataDir);
  try {
    const house = await startHouse({
      dataDir,
      ports: await freePorts(),
      env: { LOG_LEVEL: 'silent', ...env, ...issuer.env },
    });
    await house.stop();
    return 'it started';
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown';
  } finally {
    await issuer.close();
    rmSync(dataDir, { recursive: true });
  }
}

if (mongoUrl === undefined || kafkaBrokers === undefined) {
  describe.skip('a house on engines that are not ready (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
} else {
  const [mongo, brokers] = [mongoUrl, kafkaBrokers];
  describe('a house does not start', () => refusals(mongo, brokers));
}

function refusals(mongo: string, brokers: string): void {
  test('without the index that keeps customer numbers unique, and names it', async () => {
    const { env, config, remove } = await provisioned({ MONGO_URL: mongo });
    const connection = await mongoose.createConnection(mongo).asPromise();
    const database = `${config.prefix}kurze-wege-people`;
    await connection.getClient().db(database).collection('persons').dropIndex('customerNumber');
    await connection.close();
    expect(await refusalOf(env)).toBe(
      `people: run "npm run provision" first; missing: index ${database}.persons: customerNumber`,
    );
    await remove();
  });

  test('without a topic, and names it', async () => {
    const { env, config, remove } = await provisioned({ KAFKA_BROKERS: brokers });
    const admin = adminOf(kafkaClient({ brokers: brokers.split(','), clientId: 'test' }, createLog('test', 'silent')));
    await admin.connect();
    await admin.deleteTopics({ topics: [`${config.prefix}employers.events`] });
    await admin.disconnect();
    expect(await refusalOf(env)).toMatch(
      new RegExp(`^\\w+: run "npm run provision" first; missing: topic ${config.prefix}employers\\.events$`),
    );
    await remove();
  });

  test('where nothing answers, and tells neither address nor password', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', provision], {
      env: { ...process.env, MONGO_URL: 'mongodb://people:a-secret@127.0.0.1:9', KAFKA_BROKERS: '' },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([69, 'MONGO_URL: nothing that answers there\n']);
  });
}
