import { describe, expect, test } from '@jest/globals';
import { eventually } from '#tests/support/eventually.ts';
import { type CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about leases. */
export function leaseContract(store: CourseStore): void {
  describe('a lease', () => {
    test('is held by one, who renews it under the same token', async () => {
      const [elsewhere] = await store.openReplica();
      expect([
        await store.documents.lease('relay', 'a', 30),
        await elsewhere.lease('relay', 'b', 30),
        await store.documents.lease('relay', 'a', 30),
      ]).toEqual([1, null, 1]);
    });

    test('goes to somebody else, under a new token, when its time is over or it was given back', async () => {
      await store.documents.lease('relay', 'a', 30);
      await store.documents.lease('relay', 'a', 0);
      expect(
        await eventually(
          async () => (await store.documents.lease('relay', 'b', 30)) ?? Promise.reject(new Error('still held')),
        ),
      ).toBe(2);
      expect(await store.documents.lease('relay', 'a', 30)).toBeNull();
    });

    test('is given to one of many who ask at once', async () => {
      const tokens = await Promise.all(
        Array.from({ length: 10 }, (_, n) => store.documents.lease('relay', `holder ${n}`, 30)),
      );
      expect(tokens.filter((token) => token !== null)).toEqual([1]);
    });
  });
}
