import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { importFileOf } from '#tests/support/import-files.ts';
import type { ImportDesk } from '../import-desk.ts';
import { confirmedImport, deskOf } from '../import.fixture.ts';
import { importWorker } from '../import-worker.ts';

const names = ['Sabine', 'Petra', 'Monika', 'Ursula', 'Thomas', 'Michael', 'Olga'];
/** 450 people in 225 units: three slices, and a unit of which one person stands in the first and one in the last of them. */
const people = importFileOf(
  Array.from({ length: 450 }, (_, number) => ({
    Kundennummer: `437D${String(number).padStart(6, '0')}`,
    'BG-Nummer': `43705BG${String(number === 449 ? 0 : Math.floor(number / 2)).padStart(7, '0')}`,
    Rolle: number % 2 === 0 ? 'Antragsteller' : 'Partner',
    Vorname: names[number % names.length] ?? '',
    Geburtsdatum: `${String((number % 28) + 1).padStart(2, '0')}.${String((number % 12) + 1).padStart(2, '0')}.${1960 + (number % 40)}`,
  })),
);

/** The power goes off after so many writes. */
function failing<State extends Identified>(collection: Collection<State>, fuse: { left: number }): Collection<State> {
  return {
    ...collection,
    change: async (id, decide, by) => {
      fuse.left -= 1;
      if (fuse.left < 0) throw new Error('power cut');
      return collection.change(id, decide, by);
    },
  };
}

describe('a confirmed list', () => {
  let folder: string;
  let documents: Documents;
  let desk: ImportDesk;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-import-'));
    documents = sqliteDocuments(join(folder, 'people.sqlite'));
    desk = deskOf(documents);
    await confirmedImport(desk, 'i-1', people);
  });
  afterEach(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  const said = async (): Promise<Record<string, number>> => {
    const events = (
      await Promise.all(
        [desk.imports, desk.register.persons, desk.register.benefitUnits].map((collection) =>
          collection.pendingEvents(10_000),
        ),
      )
    ).flat();
    return Object.fromEntries([...Map.groupBy(events, ({ type }) => type)].map(([type, all]) => [type, all.length]));
  };
  const whole = {
    'import.started': 1,
    'import.submitted': 1,
    'import.staged': 1,
    'import.confirmed': 1,
    'import.completed': 1,
    'person.registered': 450,
    'person.profiled': 450,
    'benefitUnit.formed': 225,
    'benefitUnit.benefitStarted': 225,
    'benefitUnit.benefitEnded': 225,
    'benefitUnit.updated': 1,
  };

  test('is taken over whole, however often the power goes off in between, and each line counts once', async () => {
    for (let cut = 0; cut < 20; cut += 1) {
      const fuse = { left: 23 * (cut + 1) };
      const register = {
        persons: failing(desk.register.persons, fuse),
        benefitUnits: failing(desk.register.benefitUnits, fuse),
      };
      await importWorker({ ...desk, register }, createLog('people', 'silent'))
        .round()
        .catch(() => undefined);
    }
    while ((await desk.imports.get('i-1'))?.state !== 'COMPLETED')
      await importWorker(desk, createLog('people', 'silent')).round();
    expect(await desk.imports.get('i-1')).toMatchObject({
      lines: 450,
      done: { created: 450, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(await said()).toEqual(whole);
  });

  test('is taken over once by two replicas that both go on with it', async () => {
    const replicas = [
      importWorker(desk, createLog('people', 'silent')),
      importWorker(desk, createLog('people', 'silent')),
    ];
    // A round goes on for some seconds at most.
    while ((await desk.imports.get('i-1'))?.state !== 'COMPLETED')
      await Promise.all(replicas.map((replica) => replica.round()));
    expect(await desk.imports.get('i-1')).toMatchObject({
      state: 'COMPLETED',
      done: { created: 450, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(await said()).toEqual(whole);
  });
});
