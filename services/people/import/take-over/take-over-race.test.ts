import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { importFileOf, type ListLine } from '#tests/support/import-files.ts';
import { confirmedImport, deskOf } from '../import.fixture.ts';
import { workId } from '../staged.ts';
import { takeOver } from './take-over.ts';
import type { ImportDesk } from '../import-desk.ts';
import type { Import } from '../import.ts';

const names = ['Sabine', 'Petra', 'Monika', 'Ursula', 'Thomas', 'Michael', 'Olga'];
const household = (number: number): ListLine[] =>
  ['Antragsteller', 'Partner'].map((role, member) => ({
    Kundennummer: `437D${String(number * 2 + member).padStart(6, '0')}`,
    'BG-Nummer': `43705BG${String(number).padStart(7, '0')}`,
    Rolle: role,
    Vorname: names[(number + member) % names.length] ?? '',
    Geburtsdatum: `${String((number % 28) + 1).padStart(2, '0')}.0${member + 1}.${1960 + (number % 40)}`,
  }));
const list = (from: number, to: number): string =>
  importFileOf(Array.from({ length: to - from }, (_, number) => household(from + number)).flat());

describe('two lists that name the same people nobody knew', () => {
  let folder: string;
  const replicas: Documents[] = [];
  let desks: ImportDesk[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-import-'));
    replicas.push(sqliteDocuments(join(folder, 'people.sqlite')), sqliteDocuments(join(folder, 'people.sqlite')));
    desks = replicas.map(deskOf);
  });
  afterEach(async () => {
    for (const documents of replicas.splice(0)) await documents.close();
    await rm(folder, { recursive: true });
  });

  const taken = async (desk: ImportDesk, file: Import): Promise<Import> =>
    takeOver(desk, file, {
      task: {
        work: requireFound(await desk.staged.work.get(workId(file.id)), 'The work'),
        stamp: { requestId: file.id, at: '2026-08-15T10:00:00.000Z' },
      },
      until: Infinity,
    });

  test('taken over at the same moment make each of them once, in one household, and count them once', async () => {
    const [one, other] = desks;
    if (!one || !other) throw new Error('two replicas');
    const files = [
      await confirmedImport(one, 'i-1', list(0, 60)),
      await confirmedImport(other, 'i-2', list(30, 90)),
    ] as const;
    const [{ done: first }, { done: second }] = await Promise.all([taken(one, files[0]), taken(other, files[1])]);

    const { persons, benefitUnits } = one.register;
    const people = await findAll(persons, {});
    const units = await findAll(benefitUnits, {});
    expect([people.length, new Set(people.map(({ customerNumber }) => customerNumber)).size, units.length]).toEqual([
      180, 180, 90,
    ]);
    expect(new Set(units.flatMap(({ members }) => members.map(({ personId }) => personId)))).toEqual(
      new Set(people.map(({ id }) => id)),
    );
    expect(units.every(({ members }) => members.length === 2)).toBe(true);
    expect((first?.created ?? 0) + (second?.created ?? 0)).toBe(180);
  });
});
