import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { damageFile } from '#shared/documents/sqlite/damage.fixture.ts';
import { openDatabase, sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { eventually } from '#tests/support/eventually.ts';
import { runOperatorProgram } from '#tests/support/run-operator-program.ts';
import { serviceProcess } from '#tests/support/service-process.ts';
import { peopleService } from '../../services/people/service.ts';

jest.setTimeout(120_000);

describe('a house with files of its own', () => {
  let folder: string;
  let dataDir: string;
  let file: string;

  const check = (): { code: number | null; output: string } =>
    runOperatorProgram('check-stores.ts', [], { DATA_DIR: dataDir, MONGO_URL: '', KAFKA_BROKERS: '' });
  const readiness = async (address: string): Promise<unknown> => {
    const response = await fetch(`${address}/readyz`);
    return [response.status, await response.json()];
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-damaged-'));
    dataDir = join(folder, 'data');
    file = join(dataDir, 'people.sqlite');
    const documents = sqliteDocuments(file);
    peopleService(documents, createLog('test', 'silent'));
    await documents.close();
    const db = openDatabase(file);
    const insert = db.prepare(
      "INSERT INTO persons (id, revision, state, outbox, answered, seen) VALUES (?, 1, ?, '[]', '[]', '{}')",
    );
    for (let number = 0; number < 300; number += 1)
      insert.run(
        `p-${number}`,
        JSON.stringify({ id: `p-${number}`, customerNumber: `${number}`, text: 'Ada '.repeat(700) }),
      );
    db.close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is checked on demand: whole files end with 0, a damaged one is named and ends with 1', () => {
    expect(check()).toEqual({ code: 0, output: 'people.sqlite: whole\nEvery file is whole.\n' });
    damageFile(file);
    const { code, output } = check();
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^people\.sqlite: damaged\n {2}.+[^]+Damaged files: 1\./),
    ]);
    expect(output).not.toContain('Ada');
  });

  test('tells at the start of a service that a page is damaged, and is not ready any more', async () => {
    damageFile(file);
    await using service = await serviceProcess('people', dataDir);
    await service.ready();
    await eventually(async () =>
      expect(await readiness(service.address)).toEqual([503, { status: 'not ready', reason: 'STORE_DAMAGED' }]),
    );
    expect(service.said()).toContain('"file":"people.sqlite"');
    expect(service.said()).not.toContain('Ada');
  });

  test('is not ready while somebody else holds the file, and is again when that is over', async () => {
    await using service = await serviceProcess('people', dataDir);
    await service.ready();
    const other = new DatabaseSync(file, { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    await eventually(
      async () =>
        expect(await readiness(service.address)).toEqual([503, { status: 'not ready', reason: 'STORE_BUSY' }]),
      60_000,
    );
    other.exec('ROLLBACK');
    other.close();
    await eventually(
      async () => expect(await readiness(service.address)).toMatchObject([200, { status: 'ready' }]),
      60_000,
    );
  });
});
