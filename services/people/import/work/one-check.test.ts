import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findAll } from '#shared/documents/find-all.ts';
import { importFileOf } from '#tests/support/import-files.ts';
import {
  importReplicas,
  silentWorker,
  startedImport,
  submittedImport,
  type ImportReplicas,
} from '../import.fixture.ts';
import { importWorkId, newImportWork } from './import-work.ts';

const stamp = { requestId: 'r-1', at: '2026-08-15T10:00:00.000Z' };

describe('the check of a list', () => {
  let replicas: ImportReplicas;
  const stateOf = async () => (await replicas.of(0).desk.imports.get('i-1'))?.state;
  const begun = async () => (await replicas.of(0).desk.staged.work.get(importWorkId('i-1')))?.checksBegun;
  /** As a process leaves the work that was killed during the check so often. */
  const killed = (times: number) =>
    replicas
      .of(0)
      .desk.staged.work.change(
        importWorkId('i-1'),
        (work) => ({ state: { ...(work ?? newImportWork('i-1', 'r-1')), checksBegun: times }, events: [] }),
        stamp,
      );

  beforeEach(async () => {
    replicas = await importReplicas(2);
    await startedImport(replicas.of(0).desk, 'i-1', importFileOf([{}]));
    await submittedImport(replicas.of(0).desk, 'i-1');
  });
  afterEach(() => replicas[Symbol.asyncDispose]());

  test('is begun again when its process was killed once', async () => {
    await killed(1);
    await replicas.of(1).worker.round();
    expect(await stateOf()).toBe('CHECKED');
    expect(await findAll(replicas.of(0).desk.staged.problems, {})).toEqual([]);
  });

  test('ends with a problem when it killed its process twice', async () => {
    await killed(2);
    await replicas.of(1).worker.round();
    expect(await replicas.of(0).desk.imports.get('i-1')).toMatchObject({ state: 'CHECKED', problems: 1 });
    expect(await findAll(replicas.of(0).desk.staged.problems, {})).toMatchObject([{ code: 'CHECK_GIVEN_UP' }]);
  });

  test('waits while another replica checks, and is not counted for it', async () => {
    await replicas.of(0).desk.lease('import-check', 'another', 30);
    await replicas.of(1).worker.round();
    expect([await stateOf(), await begun()]).toEqual(['CHECKING', undefined]);
    await replicas.of(0).desk.lease('import-check', 'another', 0);
    await replicas.of(1).worker.round();
    expect(await stateOf()).toBe('CHECKED');
  });

  test('is tried again however often the store did not answer', async () => {
    const { desk } = replicas.of(0);
    const persons = { ...desk.register.persons, find: () => Promise.reject(new Error('away')) };
    const worker = silentWorker({ ...desk, register: { ...desk.register, persons } });
    for (let round = 0; round < 3; round += 1) await expect(worker.round()).rejects.toThrow('away');
    expect(await begun()).toBe(0);
    await replicas.of(0).worker.round();
    expect(await stateOf()).toBe('CHECKED');
  });
});
