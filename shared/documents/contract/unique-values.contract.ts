import { describe, expect, test } from '@jest/globals';
import { changed, refusal, stamp, welding, type CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about lists of unique values. */
export function uniqueValuesContract(store: CourseStore): void {
  describe('a list of unique values', () => {
    test('keeps each of them to one document, and refuses nothing else of it', async () => {
      await store.add({ id: 'c-1', trainers: ['t-ada', 't-ben'] }, { id: 'c-2' }, { id: 'c-3' });
      await expect(
        store.courses.change(
          'c-2',
          () => changed({ ...welding, id: 'c-2', title: 'Course c-2', trainers: ['t-cem', 't-ben'] }),
          stamp,
        ),
      ).rejects.toEqual(refusal('ALREADY_EXISTS'));
      expect([await store.courses.get('c-2'), await store.ids({ where: { trainers: 't-cem' } })]).toEqual([
        { ...welding, id: 'c-2', title: 'Course c-2' },
        [],
      ]);
    });

    test('gives a value free that a document does not have any more', async () => {
      await store.add({ id: 'c-1', trainers: ['t-ada', 't-ben'] });
      await store.add({ id: 'c-1', trainers: ['t-ada'] });
      await store.add({ id: 'c-2', trainers: ['t-ben'] });
      expect(await store.ids({ where: { trainers: 't-ben' } })).toEqual(['c-2']);
    });

    test('lets one of two writers have it, whichever store they write to', async () => {
      const [, elsewhere] = await store.openReplica();
      const wanted = [store.courses, elsewhere].flatMap((collection, at) =>
        ['a', 'b'].map((id) =>
          collection.change(
            `${id}-${at}`,
            () => changed({ ...welding, id: `${id}-${at}`, title: `Course ${id}-${at}`, trainers: ['t-ada'] }),
            stamp,
          ),
        ),
      );
      const answers = await Promise.allSettled(wanted);
      expect(answers.filter(({ status }) => status === 'rejected')).toEqual(
        [1, 2, 3].map(() => ({ status: 'rejected', reason: refusal('ALREADY_EXISTS') })),
      );
      expect(await store.ids({ where: { trainers: 't-ada' } })).toHaveLength(1);
    });
  });
}
