import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { connection, pageInMemory } from './paging.ts';

type Person = { id: string; name: string; hidden: boolean };
const required = <Type>(type: Type) => ({ type, required: true }) as const;

describe('a page of what the caller may see', () => {
  let folder: string;
  let documents: Documents;
  let people: Collection<Person>;
  const add = (id: string, name: string, hidden: boolean) =>
    people.change(id, () => ({ state: { id, name, hidden }, events: [] }), {
      requestId: 'r',
      at: '2026-03-01T09:00:00.000Z',
    });
  const page = async (first: number, after?: string | null) => {
    const { edges, pageInfo } = await connection(
      people,
      { sort: { by: 'name', direction: 'asc' }, visible: ({ hidden }) => !hidden },
      { first, after },
    );
    return {
      names: edges.map(({ node }) => node.name),
      ...pageInfo,
      ends: pageInfo.endCursor === (edges.at(-1)?.cursor ?? null),
    };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-paging-'));
    documents = sqliteDocuments(join(folder, 'people.sqlite'));
    people = documents.collection(
      'people',
      new Schema<Person>({ id: required(String), name: required(String), hidden: required(Boolean) }, { _id: false }),
    );
    await documents.prepare();
    await documents.ready();
    for (const [index, name] of ['Ada', 'Ben', 'Cem', 'Dora', 'Eva'].entries()) {
      await add(`p-${index}`, name, name === 'Ben' || name === 'Eva');
    }
  });
  afterAll(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('is filled up from behind what is hidden', async () => {
    expect(await page(2)).toMatchObject({ names: ['Ada', 'Cem'], hasNextPage: true, ends: true });
  });

  test('has no next one where only hidden people meet the filter', async () => {
    expect(await page(3)).toMatchObject({ names: ['Ada', 'Cem', 'Dora'], hasNextPage: false, ends: true });
  });

  test('ends with its own last entry, never with the cursor of one that is hidden', async () => {
    const { endCursor } = await page(3);
    expect(await page(3, endCursor)).toMatchObject({ names: [], hasNextPage: false, endCursor: null });
    expect(await page(10)).toMatchObject({ names: ['Ada', 'Cem', 'Dora'], hasNextPage: false, ends: true });
  });

  test('is found behind more hidden people than one request reads; the cursor in between names nobody', async () => {
    for (let number = 0; number < 2000; number += 1)
      await add(`f-${String(number).padStart(4, '0')}`, `Fremde ${String(number).padStart(4, '0')}`, true);
    await add('z', 'Zoe', false);
    const { endCursor } = await page(3);
    const between = await page(3, endCursor);
    expect([
      between.names,
      between.hasNextPage,
      Buffer.from(between.endCursor ?? '', 'base64url')
        .toString('latin1')
        .includes('Fremde'),
    ]).toEqual([[], true, false]);
    expect(await page(3, between.endCursor)).toMatchObject({ names: ['Zoe'], hasNextPage: false });
  });
});

describe('a page of a list in memory', () => {
  const towns = ['Biblis', 'Einhausen', 'Fürth', 'Rimbach'];
  const of = (first: number, after?: string | null) => {
    const { edges, pageInfo } = pageInMemory(towns, (town) => town.slice(0, 1), { first, after });
    return [edges.map(({ node }) => node), pageInfo];
  };

  test('begins behind the entry whose cursor is given', () => {
    expect([of(2), of(2, 'E'), of(2, 'R')]).toEqual([
      [['Biblis', 'Einhausen'], { hasNextPage: true, hasPreviousPage: false, startCursor: 'B', endCursor: 'E' }],
      [['Fürth', 'Rimbach'], { hasNextPage: false, hasPreviousPage: true, startCursor: 'F', endCursor: 'R' }],
      [[], { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null }],
    ]);
  });

  test.each([
    ['INVALID_INPUT', 0, null],
    ['INVALID_INPUT', 101, null],
    ['INVALID_INPUT', 1.5, null],
    ['INVALID_CURSOR', 1, 'Z'],
  ])('is refused with %s', (code, first, after) => {
    expect(() => of(first, after)).toThrow(expect.objectContaining({ code }));
  });
});
