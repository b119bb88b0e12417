import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findAll } from '#shared/documents/find-all.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { confirmedImport, importReplicas, taskOf, type ImportReplicas } from '../import.fixture.ts';
import type { Import } from '../import.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import { takeOverList } from './take-over-list.ts';

const names = ['Sabine', 'Petra', 'Monika', 'Ursula', 'Thomas', 'Michael', 'Olga'];
const household = (number: number): ListLine[] =>
  ['Antragsteller', 'Partner'].map((role, member) => ({
    Kundennummer: `437D${String(number * 2 + member).padStart(6, '0')}`,
    'BG-Nummer': `43705BG${String(number).padStart(7, '0')}`,
    Rolle: role,
    Vorname: names[(number + member) % names.length] ?? '',
    Geburtsdatum: `${String((number % 28) + 1).padStart(2, '0')}.0${member + 1}.${1960 + (number % 40)}`,
  }));
const fileOf = (from: number, to: number): string =>
  importFileOf(Array.from({ length: to - from }, (_, number) => household(from + number)).flat());

describe('two lists that name the same new people', () => {
  let replicas: ImportReplicas;
  beforeEach(async () => {
    replicas = await importReplicas(2);
  });
  afterEach(() => replicas[Symbol.asyncDispose]());

  const takeOver = async (desk: ImportDesk, list: Import): Promise<Import> =>
    takeOverList(desk, list, { task: await taskOf(desk, list.id), until: Infinity });

  test('two lists taken over at once register and count each person once, in one household', async () => {
    const [first, second] = [replicas.of(0).desk, replicas.of(1).desk];
    const lists = [
      await confirmedImport(first, 'i-1', fileOf(0, 60)),
      await confirmedImport(second, 'i-2', fileOf(30, 90)),
    ] as const;
    const [{ done: firstDone }, { done: secondDone }] = await Promise.all([
      takeOver(first, lists[0]),
      takeOver(second, lists[1]),
    ]);

    const { persons, benefitUnits } = first.register;
    const people = await findAll(persons, {});
    const units = await findAll(benefitUnits, {});
    expect([people.length, new Set(people.map(({ customerNumber }) => customerNumber)).size, units.length]).toEqual([
      180, 180, 90,
    ]);
    expect(new Set(units.flatMap(({ members }) => members.map(({ personId }) => personId)))).toEqual(
      new Set(people.map(({ id }) => id)),
    );
    expect(units.every(({ members }) => members.length === 2)).toBe(true);
    expect((firstDone?.created ?? 0) + (secondDone?.created ?? 0)).toBe(180);
  });
});
