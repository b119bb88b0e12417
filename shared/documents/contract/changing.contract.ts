import { describe, expect, test } from '@jest/globals';
import type { Stamp } from '#shared/documents/documents.ts';
import {
  changed,
  refusal,
  stamp,
  welding,
  withOneMorePlace,
  type CourseStore,
  type Course,
} from './course-store.fixture.ts';

/** Checks the promises of every engine about changes, idempotency keys and shapes. */
export function changingContract(store: CourseStore): void {
  describe('changing', () => {
    test('what was changed is there for whoever opens the store next', async () => {
      await store.courses.change('c-1', () => changed(welding), stamp);
      const [, elsewhere] = await store.openReplica();
      expect(await elsewhere.get('c-1')).toEqual(welding);
    });

    test('nothing happened when the decision answers the same state and no events', async () => {
      await store.courses.change('c-1', () => changed(welding), stamp);
      await store.courses.change('c-1', (course) => ({ state: course ?? welding, events: [] }), stamp);
      expect(await store.courses.pendingEvents(10)).toHaveLength(1);
    });

    test('a change that says nothing is a bug, and is not written', async () => {
      await expect(store.courses.change('c-1', () => ({ state: welding, events: [] }), stamp)).rejects.toThrow(
        'says nothing',
      );
      expect(await store.courses.get('c-1')).toBeNull();
    });

    test('an event its contract does not know is a bug, and nothing is written', async () => {
      const wrong = { state: welding, events: [{ type: 'course.changed', data: { places: 1, name: 'Ada' } }] };
      await expect(store.courses.change('c-1', () => wrong, stamp)).rejects.toThrow();
      expect(await store.courses.get('c-1')).toBeNull();
    });

    test('racing changes are all decided on what the others left', async () => {
      await store.courses.change('c-1', () => changed(welding), stamp);
      const sides = [
        store.courses,
        (await store.openReplica())[1],
        (await store.openReplica())[1],
        (await store.openReplica())[1],
      ];
      await Promise.all(
        Array.from({ length: 40 }, (_, n) => (sides[n % 4] ?? store.courses).change('c-1', withOneMorePlace, stamp)),
      );
      const sequences = (await store.courses.pendingEvents(100)).map(({ sequence }) => sequence);
      expect([(await store.courses.get('c-1'))?.places, sequences]).toEqual([
        40,
        Array.from({ length: 41 }, (_, n) => n + 1),
      ]);
    });

    test('a refusal of the rule changes nothing and reaches the caller', async () => {
      const refuse = () => {
        throw Object.assign(new Error('no place'), { name: 'Refusal', code: 'MEASURE_FULL' });
      };
      await expect(store.courses.change('c-1', refuse, stamp)).rejects.toEqual(refusal('MEASURE_FULL'));
      expect(await store.courses.get('c-1')).toBeNull();
    });
  });

  describe('idempotency keys', () => {
    const keyed = (key: string, fingerprint: string): Stamp => ({ ...stamp, idempotency: { key, fingerprint } });

    test('a repeated key answers the state and decides nothing', async () => {
      await store.courses.change('c-1', withOneMorePlace, keyed('k-1', 'same'));
      const again = await store.courses.change('c-1', withOneMorePlace, keyed('k-1', 'same'));
      expect([again.places, (await store.courses.pendingEvents(10)).length]).toEqual([1, 1]);
    });

    test('the same key with another input is refused', async () => {
      await store.courses.change('c-1', withOneMorePlace, keyed('k-1', 'same'));
      await expect(store.courses.change('c-1', withOneMorePlace, keyed('k-1', 'other'))).rejects.toEqual(
        refusal('IDEMPOTENCY_KEY_REUSED'),
      );
    });

    test('racing repetitions have one effect', async () => {
      await Promise.all(
        Array.from({ length: 20 }, () => store.courses.change('c-1', withOneMorePlace, keyed('k-1', 'same'))),
      );
      expect((await store.courses.get('c-1'))?.places).toBe(1);
    });
  });

  describe('shapes', () => {
    test('a field the schema does not know is refused', async () => {
      const extra = { ...welding, trainer: 'Ada' } as Course;
      await expect(store.courses.change('c-1', () => changed(extra), stamp)).rejects.toThrow();
      expect(await store.courses.get('c-1')).toBeNull();
    });

    test('a wrong value is refused with the path and what was expected, and without the value', async () => {
      const long = { ...welding, title: 'Welding for beginners and others' };
      await expect(store.courses.change('c-1', () => changed(long), stamp)).rejects.toEqual(refusal('INVALID_INPUT'));
      await expect(store.courses.change('c-1', () => changed(long), stamp)).rejects.toThrow(
        /^title: at most 20 characters$/,
      );
    });

    test('a wrong value is refused as such also where the contract does not allow it to be said', async () => {
      await expect(store.courses.change('c-1', () => changed({ ...welding, places: -1 }), stamp)).rejects.toThrow(
        /^places: at least 0$/,
      );
      expect(await store.courses.get('c-1')).toBeNull();
    });

    test('a second one with a unique value is refused', async () => {
      await store.add({ id: 'c-1', title: 'Welding' });
      await expect(store.add({ id: 'c-2', title: 'Welding' })).rejects.toEqual(refusal('ALREADY_EXISTS'));
    });

    test('a unique value that may be absent is held by one at a time', async () => {
      await store.add({ id: 'c-1' }, { id: 'c-2' }, { id: 'c-3', number: '1' });
      await expect(store.add({ id: 'c-4', number: '1' })).rejects.toEqual(refusal('ALREADY_EXISTS'));
      await store.courses.change('c-3', () => changed({ ...welding, id: 'c-3', title: 'c-3' }), stamp);
      await store.add({ id: 'c-4', number: '1' });
      await expect(
        store.courses.change('c-1', () => changed({ ...welding, id: 'c-1', title: 'c-1', number: '1' }), stamp),
      ).rejects.toEqual(refusal('ALREADY_EXISTS'));
    });
  });
}
