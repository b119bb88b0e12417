import { describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Message } from '#shared/contracts/contract.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import type { CourseStore } from './course-store.fixture.ts';

/** Checks the promises of every engine about views. */
export function viewsContract(store: CourseStore): void {
  describe('views', () => {
    const seen = (sequence: number, subject = 'case-1'): Message =>
      messageAbout(subject, sequence, { source: '/cases' });
    const counted = (state: { id: string; places: number } | null) => ({
      id: 'v-1',
      places: (state?.places ?? 0) + 1,
    });
    const view = async () => {
      const collection = store.documents.collection(
        'view',
        new Schema({ id: { type: String, required: true }, places: { type: Number, required: true } }, { _id: false }),
      );
      await store.documents.ready();
      return collection as unknown as Collection<{ id: string; places: number }>;
    };

    test('an event delivered twice, or late, has its effect once', async () => {
      const views = await view();
      for (const sequence of [1, 1, 2, 1, 2]) await views.project('v-1', seen(sequence), counted);
      expect(await views.get('v-1')).toEqual({ id: 'v-1', places: 2 });
    });

    test('events of several aggregates are told apart', async () => {
      const views = await view();
      await views.project('v-1', seen(1, 'case-1'), counted);
      await views.project('v-1', seen(1, 'case-2'), counted);
      expect((await views.get('v-1'))?.places).toBe(2);
    });

    test('racing deliveries of one event have one effect', async () => {
      const views = await view();
      await Promise.all(Array.from({ length: 10 }, () => views.project('v-1', seen(1), counted)));
      expect((await views.get('v-1'))?.places).toBe(1);
    });

    test('can be cleared and built again, aggregates cannot', async () => {
      const views = await view();
      await views.project('v-1', seen(1), counted);
      await views.clear();
      await views.project('v-1', seen(1), counted);
      await expect(store.courses.clear()).rejects.toThrow('not cleared');
      expect((await views.get('v-1'))?.places).toBe(1);
    });
  });
}
