import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import { importFileOf } from '#tests/support/import-files.ts';
import {
  completedImport,
  confirmedImport,
  importReplicas,
  silentWorker,
  type ImportReplicas,
} from '../import.fixture.ts';
import type { ImportDesk } from '../work/import-desk.ts';

const names = ['Sabine', 'Petra', 'Monika', 'Ursula', 'Thomas', 'Michael', 'Olga'];
const digits = (number: number, length: number): string => String(number).padStart(length, '0');
/** 450 people in 225 units: three slices, and a unit with one person in the first and one in the last of them. */
const people = importFileOf(
  Array.from({ length: 450 }, (_, number) => ({
    Kundennummer: `437D${digits(number, 6)}`,
    'BG-Nummer': `43705BG${digits(number === 449 ? 0 : Math.floor(number / 2), 7)}`,
    Rolle: number % 2 === 0 ? 'Antragsteller' : 'Partner',
    Vorname: names[number % names.length] ?? '',
    Geburtsdatum: `${digits((number % 28) + 1, 2)}.${digits((number % 12) + 1, 2)}.${1960 + (number % 40)}`,
  })),
);

/** Fails like a power cut after so many writes. */
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

describe('taking a confirmed list over', () => {
  let replicas: ImportReplicas;
  let desk: ImportDesk;

  beforeEach(async () => {
    replicas = await importReplicas(1);
    desk = replicas.of(0).desk;
    await confirmedImport(desk, 'i-1', people);
  });
  afterEach(() => replicas[Symbol.asyncDispose]());

  const eventsByType = async (): Promise<Record<string, number>> => {
    const { persons, benefitUnits } = desk.register;
    const events = [
      ...(await desk.imports.pendingEvents(10_000)),
      ...(await persons.pendingEvents(10_000)),
      ...(await benefitUnits.pendingEvents(10_000)),
    ];
    return Object.fromEntries([...Map.groupBy(events, ({ type }) => type)].map(([type, all]) => [type, all.length]));
  };
  const eventsOfWholeList = {
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

  test('a list is taken over whole, however often the power goes off, and each line counts once', async () => {
    for (let cut = 0; cut < 20; cut += 1) {
      const fuse = { left: 23 * (cut + 1) };
      const register = {
        persons: failing(desk.register.persons, fuse),
        benefitUnits: failing(desk.register.benefitUnits, fuse),
      };
      await silentWorker({ ...desk, register })
        .round()
        .catch(() => undefined);
    }
    expect(await completedImport(desk, 'i-1', [silentWorker(desk)])).toMatchObject({
      lines: 450,
      done: { created: 450, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(await eventsByType()).toEqual(eventsOfWholeList);
  });

  test('a list is taken over once by two replicas that both continue with it', async () => {
    expect(await completedImport(desk, 'i-1', [silentWorker(desk), silentWorker(desk)])).toMatchObject({
      state: 'COMPLETED',
      done: { created: 450, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(await eventsByType()).toEqual(eventsOfWholeList);
  });
});
