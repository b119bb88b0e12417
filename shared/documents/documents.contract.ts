import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { z } from 'zod';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { Collection, Documents, Stamp } from './documents.ts';
import type { Page } from './query.ts';

/**
 * Where a suite gets its engine from: `open` may be called several times and reaches the same, at first empty, store.
 */
export type DocumentsUnderTest = { open: () => Promise<Documents>; destroy: () => Promise<void> };

type Course = {
  id: string;
  title: string;
  number?: string;
  places: number;
  startsOn?: string;
  booked: boolean;
  town?: { ags: string };
  enrolments: { personId: string }[];
  trainers?: string[];
};

const courseSchema = () => {
  const schema = new Schema<Course>(
    {
      id: { type: String, required: true },
      title: { type: String, required: true, maxlength: 20 },
      number: String,
      places: { type: Number, required: true, min: 0 },
      startsOn: String,
      booked: { type: Boolean, required: true },
      town: new Schema({ ags: { type: String, required: true } }, { _id: false }),
      enrolments: [new Schema({ personId: { type: String, required: true } }, { _id: false })],
      trainers: { type: [String], default: undefined },
    },
    { _id: false },
  );
  schema.index({ title: 1 }, { unique: true });
  schema.index({ number: 1 }, { unique: true, sparse: true });
  schema.index({ 'enrolments.personId': 1 });
  schema.index({ trainers: 1 }, { unique: true, sparse: true });
  return schema;
};

const contract = {
  topic: 'courses.events',
  events: { 'course.changed': { data: z.object({ places: z.number().nonnegative() }) } },
} satisfies Contract;
const stamp: Stamp = { requestId: 'request-1', at: '2026-03-01T09:00:00.000Z' };
const welding: Course = { id: 'c-1', title: 'Welding', places: 0, booked: false, enrolments: [] };
const changed = (state: Course) => ({ state, events: [{ type: 'course.changed', data: { places: state.places } }] });
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

/** What every engine behind the documents port promises. */
export function documentsContract(engine: string, underTest: () => Promise<DocumentsUnderTest>): void {
  describe(`documents on ${engine}`, () => {
    let store: DocumentsUnderTest;
    let documents: Documents;
    let courses: Collection<Course>;
    const open: Documents[] = [];

    const openReplica = async (): Promise<[Documents, Collection<Course>]> => {
      const engineOpened = await store.open();
      open.push(engineOpened);
      const collection = engineOpened.collection('courses', courseSchema(), contract);
      await engineOpened.ready();
      return [engineOpened, collection];
    };
    const add = async (...added: Partial<Course>[]): Promise<void> => {
      for (const course of added) {
        const state = { ...welding, title: `Course ${course.id ?? ''}`, ...course };
        await courses.change(state.id, () => changed(state), stamp);
      }
    };
    const ids = async (page: Omit<Page, 'first'>, first = 100): Promise<string[]> =>
      (await courses.find({ ...page, first })).edges.map(({ node }) => node.id);

    beforeEach(async () => {
      store = await underTest();
      [documents, courses] = await openReplica();
    });
    afterEach(async () => {
      for (const engineOpened of open.splice(0)) await engineOpened.close();
      await store.destroy();
    });

    describe('changing', () => {
      test('what was changed is there for whoever opens the store next', async () => {
        await courses.change('c-1', () => changed(welding), stamp);
        const [, elsewhere] = await openReplica();
        expect(await elsewhere.get('c-1')).toEqual(welding);
      });

      test('nothing happened when the decision answers the same state and no events', async () => {
        await courses.change('c-1', () => changed(welding), stamp);
        await courses.change('c-1', (course) => ({ state: course ?? welding, events: [] }), stamp);
        expect(await courses.pendingEvents(10)).toHaveLength(1);
      });

      test('a change that says nothing is a bug, and is not written', async () => {
        await expect(courses.change('c-1', () => ({ state: welding, events: [] }), stamp)).rejects.toThrow(
          'says nothing',
        );
        expect(await courses.get('c-1')).toBeNull();
      });

      test('an event its contract does not know is a bug, and nothing is written', async () => {
        const wrong = { state: welding, events: [{ type: 'course.changed', data: { places: 1, name: 'Ada' } }] };
        await expect(courses.change('c-1', () => wrong, stamp)).rejects.toThrow();
        expect(await courses.get('c-1')).toBeNull();
      });

      test('racing changes are all decided on what the others left', async () => {
        await courses.change('c-1', () => changed(welding), stamp);
        const sides = [courses, (await openReplica())[1], (await openReplica())[1], (await openReplica())[1]];
        const more = (course: Course | null) => changed({ ...(course ?? welding), places: (course?.places ?? 0) + 1 });
        await Promise.all(Array.from({ length: 40 }, (_, n) => (sides[n % 4] ?? courses).change('c-1', more, stamp)));
        const sequences = (await courses.pendingEvents(100)).map(({ sequence }) => sequence);
        expect([(await courses.get('c-1'))?.places, sequences]).toEqual([
          40,
          Array.from({ length: 41 }, (_, n) => n + 1),
        ]);
      });

      test('a refusal of the rule changes nothing and reaches the caller', async () => {
        const refuse = () => {
          throw Object.assign(new Error('no place'), { name: 'Refusal', code: 'MEASURE_FULL' });
        };
        await expect(courses.change('c-1', refuse, stamp)).rejects.toEqual(refusal('MEASURE_FULL'));
        expect(await courses.get('c-1')).toBeNull();
      });
    });

    describe('idempotency keys', () => {
      const keyed = (key: string, fingerprint: string): Stamp => ({ ...stamp, idempotency: { key, fingerprint } });
      const more = (course: Course | null) => changed({ ...(course ?? welding), places: (course?.places ?? 0) + 1 });

      test('a repeated key answers the state and decides nothing', async () => {
        await courses.change('c-1', more, keyed('k-1', 'same'));
        const again = await courses.change('c-1', more, keyed('k-1', 'same'));
        expect([again.places, (await courses.pendingEvents(10)).length]).toEqual([1, 1]);
      });

      test('the same key with another input is refused', async () => {
        await courses.change('c-1', more, keyed('k-1', 'same'));
        await expect(courses.change('c-1', more, keyed('k-1', 'other'))).rejects.toEqual(
          refusal('IDEMPOTENCY_KEY_REUSED'),
        );
      });

      test('racing repetitions have one effect', async () => {
        await Promise.all(Array.from({ length: 20 }, () => courses.change('c-1', more, keyed('k-1', 'same'))));
        expect((await courses.get('c-1'))?.places).toBe(1);
      });
    });

    describe('shapes', () => {
      test('a field the schema does not know is refused', async () => {
        const extra = { ...welding, trainer: 'Ada' } as Course;
        await expect(courses.change('c-1', () => changed(extra), stamp)).rejects.toThrow();
        expect(await courses.get('c-1')).toBeNull();
      });

      test('a wrong value is refused with the path and what was expected, and without the value', async () => {
        const long = { ...welding, title: 'Welding for beginners and others' };
        await expect(courses.change('c-1', () => changed(long), stamp)).rejects.toEqual(refusal('INVALID_INPUT'));
        await expect(courses.change('c-1', () => changed(long), stamp)).rejects.toThrow(
          /^title: at most 20 characters$/,
        );
      });

      test('a wrong value is refused as such also where the contract does not allow it to be said', async () => {
        await expect(courses.change('c-1', () => changed({ ...welding, places: -1 }), stamp)).rejects.toThrow(
          /^places: at least 0$/,
        );
        expect(await courses.get('c-1')).toBeNull();
      });

      test('a second one with a unique value is refused', async () => {
        await add({ id: 'c-1', title: 'Welding' });
        await expect(add({ id: 'c-2', title: 'Welding' })).rejects.toEqual(refusal('ALREADY_EXISTS'));
      });

      test('a unique value that may be absent is held by one at a time', async () => {
        await add({ id: 'c-1' }, { id: 'c-2' }, { id: 'c-3', number: '1' });
        await expect(add({ id: 'c-4', number: '1' })).rejects.toEqual(refusal('ALREADY_EXISTS'));
        await courses.change('c-3', () => changed({ ...welding, id: 'c-3', title: 'c-3' }), stamp);
        await add({ id: 'c-4', number: '1' });
        await expect(
          courses.change('c-1', () => changed({ ...welding, id: 'c-1', title: 'c-1', number: '1' }), stamp),
        ).rejects.toEqual(refusal('ALREADY_EXISTS'));
      });
    });

    describe('a list of unique values', () => {
      test('keeps each of them to one document, and refuses nothing else of it', async () => {
        await add({ id: 'c-1', trainers: ['t-ada', 't-ben'] }, { id: 'c-2' }, { id: 'c-3' });
        await expect(
          courses.change(
            'c-2',
            () => changed({ ...welding, id: 'c-2', title: 'Course c-2', trainers: ['t-cem', 't-ben'] }),
            stamp,
          ),
        ).rejects.toEqual(refusal('ALREADY_EXISTS'));
        expect([await courses.get('c-2'), await ids({ where: { trainers: 't-cem' } })]).toEqual([
          { ...welding, id: 'c-2', title: 'Course c-2' },
          [],
        ]);
      });

      test('gives a value free that a document does not have any more', async () => {
        await add({ id: 'c-1', trainers: ['t-ada', 't-ben'] });
        await add({ id: 'c-1', trainers: ['t-ada'] });
        await add({ id: 'c-2', trainers: ['t-ben'] });
        expect(await ids({ where: { trainers: 't-ben' } })).toEqual(['c-2']);
      });

      test('lets one of two writers have it, whichever store they write to', async () => {
        const [, elsewhere] = await openReplica();
        const wanted = [courses, elsewhere].flatMap((collection, at) =>
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
        expect(await ids({ where: { trainers: 't-ada' } })).toHaveLength(1);
      });
    });

    describe('finding', () => {
      test('by equality, absence, list of values, range, prefix, nested path and any element of a list', async () => {
        await add(
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
          equal: await ids({ where: { places: 2 } }),
          truth: await ids({ where: { booked: true } }),
          absent: await ids({ where: { startsOn: null } }),
          anyOf: await ids({ where: { places: { in: [1, 3] } } }),
          none: await ids({ where: { places: { in: [] } } }),
          range: await ids({ where: { startsOn: { from: '2026-01-01', before: '2026-02-01' } } }),
          prefix: await ids({ where: { 'town.ags': { prefix: '0643101' } } }),
          element: await ids({ where: { 'enrolments.personId': 'p-2' } }),
          both: await ids({ where: { 'enrolments.personId': 'p-2', booked: false } }),
          counted: await courses.count({ 'enrolments.personId': { in: ['p-1', 'p-2'] } }),
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
        await add({ id: 'a' }, { id: 'b' });
        expect((await courses.getMany(['b', 'x', 'a'])).map((course) => course?.id ?? null)).toEqual(['b', null, 'a']);
      });

      test('somebody who left a list is no longer found in it', async () => {
        await add({ id: 'a', enrolments: [{ personId: 'p-1' }] });
        await add({ id: 'a', enrolments: [] });
        expect(await ids({ where: { 'enrolments.personId': 'p-1' } })).toEqual([]);
      });
    });

    describe('paging', () => {
      const read = async (sort: Page['sort'], first: number): Promise<string[]> => {
        const seen: string[] = [];
        let after: string | undefined;
        let more = true;
        while (more) {
          const page = await courses.find({ ...(sort && { sort }), first, after });
          seen.push(...page.edges.map(({ node }) => node.id));
          after = page.edges.at(-1)?.cursor;
          more = page.hasNextPage;
        }
        return seen;
      };

      test.each([
        ['by id', undefined, ['a', 'b', 'c', 'd', 'e']],
        [
          'ascending, those without a value first, ties by id',
          { by: 'startsOn', direction: 'asc' } as const,
          ['c', 'e', 'b', 'd', 'a'],
        ],
        [
          'descending, those without a value last',
          { by: 'startsOn', direction: 'desc' } as const,
          ['a', 'd', 'b', 'e', 'c'],
        ],
      ])('every page size shows everybody once: %s', async (_, sort, expected) => {
        await add(
          { id: 'a', startsOn: '2026-03-01' },
          { id: 'b', startsOn: '2026-02-01' },
          { id: 'c' },
          { id: 'd', startsOn: '2026-02-01' },
          { id: 'e' },
        );
        expect([await read(sort, 1), await read(sort, 2), await read(sort, 5)]).toEqual([expected, expected, expected]);
      });

      test('what is written meanwhile neither repeats nor hides what was there', async () => {
        await add({ id: 'b' }, { id: 'd' }, { id: 'f' });
        const first = await courses.find({ first: 2 });
        await add({ id: 'a' }, { id: 'c' }, { id: 'e' });
        const rest = await courses.find({ first: 10, after: first.edges.at(-1)?.cursor });
        expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(['b', 'd', 'e', 'f']);
      });

      test.each([
        'not a cursor',
        Buffer.from('["x",1,"a"]').toString('base64url'),
        Buffer.from('{}').toString('base64url'),
      ])('a foreign cursor is refused: %s', async (after) => {
        await expect(courses.find({ first: 1, after })).rejects.toEqual(refusal('INVALID_CURSOR'));
      });

      test('a cursor goes on after a restart and on another replica, and tells nothing of the entry', async () => {
        await add({ id: 'a', title: 'Welding' }, { id: 'b', title: 'Wiring' });
        const page: Page = { sort: { by: 'title', direction: 'asc' }, first: 1 };
        const {
          edges: [edge],
        } = await courses.find(page);
        const [, elsewhere] = await openReplica();
        expect((await elsewhere.find({ ...page, after: edge?.cursor })).edges.map(({ node }) => node.id)).toEqual([
          'b',
        ]);
        expect(Buffer.from(edge?.cursor ?? '', 'base64url').toString('latin1')).not.toContain('Welding');
      });

      test('replicas that open a new store at the same moment agree on its cursors', async () => {
        await store.destroy();
        store = await underTest();
        const replicas = await Promise.all(Array.from({ length: 8 }, openReplica));
        await replicas[0]?.[1].change('a', () => changed({ ...welding, id: 'a' }), stamp);
        const cursors = await Promise.all(
          replicas.map(async ([, replica]) => (await replica.find({ first: 1 })).edges[0]?.cursor),
        );
        expect([new Set(cursors).size, typeof cursors[0]]).toEqual([1, 'string']);
      });

      test('a cursor of another filter is refused', async () => {
        await add({ id: 'a' }, { id: 'b' });
        const { edges } = await courses.find({ where: { booked: false }, first: 1 });
        await expect(courses.find({ where: { booked: true }, first: 1, after: edges[0]?.cursor })).rejects.toEqual(
          refusal('INVALID_CURSOR'),
        );
      });
    });

    describe('the outbox', () => {
      test('holds each event with its aggregate, sequence, time and request until it is published', async () => {
        await add({ id: 'c-1', places: 3 });
        expect(await courses.pendingEvents(10)).toEqual([
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
        for (const places of [1, 2]) await add({ id: 'c-1', places });
        await courses.markPublished(await courses.pendingEvents(1));
        expect([await courses.sequenceOf('c-1'), await courses.sequenceOf('c-2')]).toEqual([2, 0]);
      });

      test('loses published events, keeps later ones, and ignores a second acknowledgement', async () => {
        await add({ id: 'c-1', places: 1 });
        const sent = await courses.pendingEvents(10);
        await add({ id: 'c-1', places: 2 });
        await courses.markPublished(sent);
        await courses.markPublished(sent);
        expect((await courses.pendingEvents(10)).map(({ sequence }) => sequence)).toEqual([2]);
      });

      test('is handed out in parts, oldest first for each aggregate, until it is empty', async () => {
        for (const places of [1, 2, 3]) await add({ id: 'c-1', places });
        for (const places of [1, 2]) await add({ id: 'c-2', places });
        const told = new Map<string, number[]>();
        const parts: number[] = [];
        for (let part = await courses.pendingEvents(2); part.length > 0; part = await courses.pendingEvents(2)) {
          parts.push(part.length);
          for (const { subject, sequence } of part) told.set(subject, [...(told.get(subject) ?? []), sequence]);
          await courses.markPublished(part);
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
        for (let places = 1; places <= 200; places += 1) await add({ id: 'c-1', places });
        await expect(add({ id: 'c-1', places: 201 })).rejects.toMatchObject({ name: 'Unavailable' });
        expect((await courses.get('c-1'))?.places).toBe(200);
      });
    });

    test('everything stored can be read with its bookkeeping, without a declaration', async () => {
      await add({ id: 'c-2' }, { id: 'c-1' }, { id: 'c-1', places: 7 });
      const elsewhere = await store.open();
      open.push(elsewhere);
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
      for await (const { id } of documents.records('never-declared')) read.push(id);
      expect(read).toEqual([]);
    });

    test('a collection of any size is read whole and in order, and a view of any size is cleared', async () => {
      const views = documents.collection(
        'views',
        new Schema<{ id: string }>({ id: { type: String, required: true } }, { _id: false }),
      );
      await documents.ready();
      const ids = Array.from({ length: 1001 }, (_, n) => `v-${String(n).padStart(4, '0')}`);
      await Promise.all(
        ids.map((id) =>
          views.project(
            id,
            {
              id: 'e.1',
              type: 'x',
              source: '/cases',
              subject: 'e',
              sequence: 1,
              time: stamp.at,
              requestid: 'r',
              data: {},
            },
            () => ({ id }),
          ),
        ),
      );
      const read = [];
      for await (const { id } of documents.records('views')) read.push(id);
      await views.clear();
      expect([read, await views.count({})]).toEqual([ids, 0]);
    });

    describe('a lease', () => {
      test('is held by one, who renews it under the same token', async () => {
        const [elsewhere] = await openReplica();
        expect([
          await documents.lease('relay', 'a', 30),
          await elsewhere.lease('relay', 'b', 30),
          await documents.lease('relay', 'a', 30),
        ]).toEqual([1, null, 1]);
      });

      test('goes to somebody else, under a new token, when its time is over or it was given back', async () => {
        await documents.lease('relay', 'a', 30);
        await documents.lease('relay', 'a', 0);
        expect(
          await eventually(
            async () => (await documents.lease('relay', 'b', 30)) ?? Promise.reject(new Error('still held')),
          ),
        ).toBe(2);
        expect(await documents.lease('relay', 'a', 30)).toBeNull();
      });

      test('is given to one of many who ask at once', async () => {
        const tokens = await Promise.all(
          Array.from({ length: 10 }, (_, n) => documents.lease('relay', `holder ${n}`, 30)),
        );
        expect(tokens.filter((token) => token !== null)).toEqual([1]);
      });
    });

    describe('views', () => {
      const seen = (sequence: number, subject = 'case-1'): Message => ({
        id: `${subject}.${sequence}`,
        type: 'x',
        source: '/cases',
        subject,
        sequence,
        time: stamp.at,
        requestid: 'r',
        data: {},
      });
      const counted = (state: { id: string; places: number } | null) => ({
        id: 'v-1',
        places: (state?.places ?? 0) + 1,
      });
      const view = async () => {
        const collection = documents.collection(
          'view',
          new Schema(
            { id: { type: String, required: true }, places: { type: Number, required: true } },
            { _id: false },
          ),
        );
        await documents.ready();
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
        await expect(courses.clear()).rejects.toThrow('not cleared');
        expect((await views.get('v-1'))?.places).toBe(1);
      });
    });
  });
}
