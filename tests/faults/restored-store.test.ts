import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Message } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { openDatabase, sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { messageOf } from '#tests/support/messages.ts';
import { runOperatorProgram } from '#tests/support/run-operator-program.ts';
import { serviceProcess } from '#tests/support/service-process.ts';
import { peopleService } from '../../services/people/service.ts';

jest.setTimeout(120_000);

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
  const compare = (): string => runOperatorProgram('compare-log.ts', ['--continue'], { DATA_DIR: dataDir }).output;
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
    ['that it does not know at all', () => stored('p-2', 1, [messageOf('p-2.1')])],
  ])(
    'does not start where the log has events of an aggregate %s, and does once it goes on after the log',
    async (_, left) => {
      await left();
      await published(messageOf('p-1.1'), messageOf('p-1.2'), messageOf('p-1.3'));
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
      expect(compare()).toMatch(/Aggregates and log fit\.\n$/);
      await starts();
    },
  );

  test('starts after a crash between publishing and marking, and with what was never published', async () => {
    await stored('p-1', 3, [messageOf('p-1.2'), messageOf('p-1.3')]);
    await published(messageOf('p-1.1'), messageOf('p-1.2'));
    await starts();
    await published(messageOf('p-1.3'));
    await starts();
  });
});
