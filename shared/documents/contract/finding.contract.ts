import { describe, expect, test } from '@jest/globals';
import { type CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about queries. */
export function findingContract(store: CourseStore): void {
  describe('finding', () => {
    test('by equality, absence, list of values, range, prefix, nested path and any element of a list', async () => {
      await store.add(
        {
          id: 'a',
          places: 1,
          booked: true,
          startsOn: '2026-01-01',
          enrolments: [{ personId: 'p-1' }, { personId: 'p-2' }],
        },
        { id: 'b', places: 2, startsOn: '2026-02-01', town: { ags: '06431010' }, enrolments: [{ personId: 'p-2' }] },
        { id: 'c', places: 3, town: { ags: '06431006' } },
      );
      expect({
        equal: await store.ids({ where: { places: 2 } }),
        truth: await store.ids({ where: { booked: true } }),
        absent: await store.ids({ where: { startsOn: null } }),
        anyOf: await store.ids({ where: { places: { in: [1, 3] } } }),
        none: await store.ids({ where: { places: { in: [] } } }),
        range: await store.ids({ where: { startsOn: { from: '2026-01-01', before: '2026-02-01' } } }),
        prefix: await store.ids({ where: { 'town.ags': { prefix: '0643101' } } }),
        element: await store.ids({ where: { 'enrolments.personId': 'p-2' } }),
        both: await store.ids({ where: { 'enrolments.personId': 'p-2', booked: false } }),
        counted: await store.courses.count({ 'enrolments.personId': { in: ['p-1', 'p-2'] } }),
      }).toEqual({
        equal: ['b'],
        truth: ['a'],
        absent: ['c'],
        anyOf: ['a', 'c'],
        none: [],
        range: ['a'],
        prefix: ['b'],
        element: ['a', 'b'],
        both: ['b'],
        counted: 2,
      });
    });

    test('by id, in the order asked for, with gaps', async () => {
      await store.add({ id: 'a' }, { id: 'b' });
      expect((await store.courses.getMany(['b', 'x', 'a'])).map((course) => course?.id ?? null)).toEqual([
        'b',
        null,
        'a',
      ]);
    });

    test('somebody who left a list is no longer found in it', async () => {
      await store.add({ id: 'a', enrolments: [{ personId: 'p-1' }] });
      await store.add({ id: 'a', enrolments: [] });
      expect(await store.ids({ where: { 'enrolments.personId': 'p-1' } })).toEqual([]);
    });
  });
}
