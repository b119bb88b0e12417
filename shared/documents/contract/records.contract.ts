import { expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import type { CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about whole collections. */
export function recordsContract(store: CourseStore): void {
  test('everything stored can be read with its bookkeeping, without a declaration', async () => {
    await store.add({ id: 'c-2' }, { id: 'c-1' }, { id: 'c-1', places: 7 });
    const elsewhere = await store.openUndeclared();
    const records = [];
    for await (const { id, revision, outbox } of elsewhere.records('courses'))
      records.push([id, revision, outbox.length]);
    expect([await elsewhere.names(), records]).toEqual([
      ['courses'],
      [
        ['c-1', 2, 2],
        ['c-2', 1, 1],
      ],
    ]);
  });

  test('a collection that is not there holds nothing', async () => {
    const read = [];
    for await (const { id } of store.documents.records('never-declared')) read.push(id);
    expect(read).toEqual([]);
  });

  test('a collection of any size is read whole and in order, and a view of any size is cleared', async () => {
    const views = store.documents.collection(
      'views',
      new Schema<{ id: string }>({ id: { type: String, required: true } }, { _id: false }),
    );
    await store.documents.ready();
    const ids = Array.from({ length: 1001 }, (_, n) => `v-${String(n).padStart(4, '0')}`);
    await Promise.all(ids.map((id) => views.project(id, messageAbout('e', 1), () => ({ id }))));
    const read = [];
    for await (const { id } of store.documents.records('views')) read.push(id);
    await views.clear();
    expect([read, await views.count({})]).toEqual([ids, 0]);
  });
}
