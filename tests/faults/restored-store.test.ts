import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Message } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { openDatabase, sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { serviceProcess } from '#tests/support/service-process.ts';
import { peopleService } from '../../services/people/service.ts';

jest.setTimeout(120_000);

const program = fileURLToPath(new URL('../../infra/operate/compare-log.ts', import.meta.url));
const event = (subject: string, sequence: number): Message => ({
  id: `${subject}.${sequence}`,
  type: 'person.updated',
  source: '/people',
  subject,
  sequence,
  time: '2026-03-01T09:00:00.000Z',
  requestid: 'r',
  data: {},
});

describe('a service whose store is older than the log', () => {
  let folder: string;
  let dataDir: string;

  const published = async (...messages: Message[]): Promise<void> => {
    const events = sqliteEvents(join(dataDir, 'events.sqlite'));
    await events.publish(peopleEvents.topic, messages);
    await events.close();
  };
  /** A person as its store was left; what was not yet marked as published waits in the outbox. */
  const stored = async (id: string, revision: number, outbox: Message[] = []): Promise<void> => {
    const file = join(dataDir, 'people.sqlite');
    const documents = sqliteDocuments(file);
    peopleService(documents, createLog('test', 'silent'));
    await documents.close();
    const db = openDatabase(file);
    db.prepare("INSERT INTO persons (id, revision, state, outbox, answered, seen) VALUES (?, ?, ?, ?, '[]', '{}')").run(
      id,
      revision,
      JSON.stringify({ id, customerNumber: id }),
      JSON.stringify(outbox),
    );
    db.close();
  };
  const compared = (): string =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, '--continue'], {
      encoding: 'utf8',
      env: { ...process.env, DATA_DIR: dataDir },
    }).stdout;
  const starts = async (): Promise<void> => {
    await using service = await serviceProcess('people', dataDir);
    await service.ready();
    service.kill('SIGTERM');
    expect(await service.code).toBe(0);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-restored-'));
    dataDir = join(folder, 'data');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test.each([
    ['of which it knows less', () => stored('p-1', 2)],
    ['that it does not know at all', () => stored('p-2', 1, [event('p-2', 1)])],
  ])(
    'does not start where the log has events of an aggregate %s, and does once it goes on after the log',
    async (_, left) => {
      await left();
      await published(event('p-1', 1), event('p-1', 2), event('p-1', 3));
      await using service = await serviceProcess('people', dataDir);
      expect([await service.code, service.said()]).toEqual([
        78,
        expect.stringMatching(
          new RegExp(
            '^people: people\\.events is ahead of the store: ' +
              'it has event 3 of p-1, the store (none|2 of them)\\. .+ --continue"\n$',
          ),
        ),
      ]);
      expect(compared()).toMatch(/Aggregates and log fit\.\n$/);
      await starts();
    },
  );

  test('starts after a crash between publishing and marking, and with what was never published', async () => {
    await stored('p-1', 3, [event('p-1', 2), event('p-1', 3)]);
    await published(event('p-1', 1), event('p-1', 2));
    await starts();
    await published(event('p-1', 3));
    await starts();
  });
});
