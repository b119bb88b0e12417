import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Collection, Documents } from './documents.ts';
import { documentBatches, eachDocument, findAll } from './find-all.ts';
import { byKey } from './by-key.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';

type Course = { id: string; town: string; personIds: string[] };

const COURSES = 1001;
const idOf = (number: number): string => `c-${String(number).padStart(4, '0')}`;
const ids = Array.from({ length: COURSES }, (_, number) => idOf(number));

let folder: string;
let documents: Documents;
let courses: Collection<Course>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurze-wege-find-all-'));
  documents = sqliteDocuments(join(folder, 'courses.sqlite'));
  const required = { type: String, required: true } as const;
  const schema = new Schema<Course>({ id: required, town: required, personIds: [String] }, { _id: false });
  schema.index({ personIds: 1 });
  courses = documents.collection('courses', schema);
  await documents.prepare();
  await documents.ready();
  const add = (id: string, number: number) =>
    courses.change(
      id,
      () => ({
        state: {
          id,
          town: number % 2 === 0 ? 'Fürth' : 'Einhausen',
          personIds: number < 2 ? ['ada', 'ada', `p-${number}`] : [],
        },
        events: [],
      }),
      { requestId: 'r', at: '2026-03-01T09:00:00.000Z' },
    );
  await Promise.all(ids.map(add));
});

afterAll(async () => {
  await documents.close();
  await rm(folder, { recursive: true });
});

test('all documents are found, however many, in the order of the ids', async () => {
  const seen: string[] = [];
  for await (const { id } of eachDocument(courses)) seen.push(id);
  expect([seen, (await findAll(courses, { town: 'Fürth' })).map(({ id }) => id)]).toEqual([
    ids,
    ids.filter((_, number) => number % 2 === 0),
  ]);
});

test('documents are read batch by batch, and no further than is enough', async () => {
  const sizes: number[] = [];
  for await (const batch of documentBatches(courses)) sizes.push(batch.length);
  expect([sizes, (await findAll(courses, {}, 501)).length, (await findAll(courses, {}, 500)).length]).toEqual([
    [500, 500, 1],
    1000,
    500,
  ]);
});

test('a document is handed once to each key that it carries', async () => {
  const byPerson = byKey(courses, 'personIds', ({ personIds }) => personIds);
  const found = await Promise.all(['p-1', 'ada', 'nobody'].map((personId) => byPerson.load(personId)));
  expect(found.map((each) => each.map(({ id }) => id))).toEqual([[idOf(1)], [idOf(0), idOf(1)], []]);
});
