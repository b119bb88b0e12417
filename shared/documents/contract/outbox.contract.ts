import { describe, expect, test } from '@jest/globals';
import { stamp, type CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about events that wait. */
export function outboxContract(store: CourseStore): void {
  describe('the outbox', () => {
    test('holds each event with its aggregate, sequence, time and request until it is published', async () => {
      await store.add({ id: 'c-1', places: 3 });
      expect(await store.courses.pendingEvents(10)).toEqual([
        {
          id: 'c-1.1',
          type: 'course.changed',
          source: '/courses',
          subject: 'c-1',
          sequence: 1,
          time: stamp.at,
          requestid: stamp.requestId,
          data: { places: 3 },
        },
      ]);
    });

    test('counts what an aggregate has committed, whether it is published or not', async () => {
      for (const places of [1, 2]) await store.add({ id: 'c-1', places });
      await store.courses.markPublished(await store.courses.pendingEvents(1));
      expect([await store.courses.sequenceOf('c-1'), await store.courses.sequenceOf('c-2')]).toEqual([2, 0]);
    });

    test('loses published events, keeps later ones, and ignores a second acknowledgement', async () => {
      await store.add({ id: 'c-1', places: 1 });
      const sent = await store.courses.pendingEvents(10);
      await store.add({ id: 'c-1', places: 2 });
      await store.courses.markPublished(sent);
      await store.courses.markPublished(sent);
      expect((await store.courses.pendingEvents(10)).map(({ sequence }) => sequence)).toEqual([2]);
    });

    test('is handed out in parts, oldest first for each aggregate, until it is empty', async () => {
      for (const places of [1, 2, 3]) await store.add({ id: 'c-1', places });
      for (const places of [1, 2]) await store.add({ id: 'c-2', places });
      const told = new Map<string, number[]>();
      const parts: number[] = [];
      for (
        let part = await store.courses.pendingEvents(2);
        part.length > 0;
        part = await store.courses.pendingEvents(2)
      ) {
        parts.push(part.length);
        for (const { subject, sequence } of part) told.set(subject, [...(told.get(subject) ?? []), sequence]);
        await store.courses.markPublished(part);
      }
      expect([parts, told]).toEqual([
        [2, 2, 1],
        new Map([
          ['c-1', [1, 2, 3]],
          ['c-2', [1, 2]],
        ]),
      ]);
    });

    test('a log that stays away ends in a refusal to go on, not in a document without bounds', async () => {
      for (let places = 1; places <= 200; places += 1) await store.add({ id: 'c-1', places });
      await expect(store.add({ id: 'c-1', places: 201 })).rejects.toMatchObject({ name: 'Unavailable' });
      expect((await store.courses.get('c-1'))?.places).toBe(200);
    });
  });
}
