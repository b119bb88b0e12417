import { afterEach, beforeEach, expect } from '@jest/globals';
import { Schema } from 'mongoose';
import { z } from 'zod';
import type { Contract } from '#shared/contracts/contract.ts';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { Page } from '#shared/documents/query.ts';

/** The engine of a suite: `open` may be called several times and opens the same store, at first empty. */
export type DocumentsUnderTest = { open: () => Promise<Documents>; destroy: () => Promise<void> };

export type Course = {
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
export const stamp: Stamp = { requestId: 'request-1', at: '2026-03-01T09:00:00.000Z' };
export const welding: Course = { id: 'c-1', title: 'Welding', places: 0, booked: false, enrolments: [] };
export const changed = (state: Course) => ({
  state,
  events: [{ type: 'course.changed', data: { places: state.places } }],
});
export const withOneMorePlace = (course: Course | null) =>
  changed({ ...(course ?? welding), places: (course?.places ?? 0) + 1 });
export const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

/** A store of courses, opened anew for each test. */
export type CourseStore = {
  readonly documents: Documents;
  readonly courses: Collection<Course>;
  /** Opens the store once more, as another replica does. */
  openReplica: () => Promise<[Documents, Collection<Course>]>;
  /** Opens the store once more without declaring a collection. */
  openUndeclared: () => Promise<Documents>;
  /** Destroys the store and begins another one, without opening it. */
  beginAnew: () => Promise<void>;
  add: (...added: Partial<Course>[]) => Promise<void>;
  ids: (page: Omit<Page, 'first'>, first?: number) => Promise<string[]>;
};

/** Opens a store before each test of the suite and destroys it afterwards. */
export function courseStore(underTest: () => Promise<DocumentsUnderTest>): CourseStore {
  const engines = openEngines();
  let documents: Documents;
  let courses: Collection<Course>;
  const openReplica = async (): Promise<[Documents, Collection<Course>]> => {
    const engine = await engines.open();
    const collection = engine.collection('courses', courseSchema(), contract);
    await engine.ready();
    return [engine, collection];
  };
  beforeEach(async () => {
    engines.use(await underTest());
    [documents, courses] = await openReplica();
  });
  afterEach(() => engines.destroy());
  return {
    get documents() {
      return documents;
    },
    get courses() {
      return courses;
    },
    openReplica,
    openUndeclared: engines.open,
    beginAnew: async () => {
      await engines.current().destroy();
      engines.use(await underTest());
    },
    add: async (...added) => {
      for (const course of added) await addCourse(courses, course);
    },
    ids: async (page, first = 100) => (await courses.find({ ...page, first })).edges.map(({ node }) => node.id),
  };
}

/** Keeps the store under test, and what was opened on it, to be closed before it is destroyed. */
function openEngines() {
  let store: DocumentsUnderTest;
  const opened: Documents[] = [];
  return {
    use: (next: DocumentsUnderTest) => void (store = next),
    current: () => store,
    open: async (): Promise<Documents> => {
      const engine = await store.open();
      opened.push(engine);
      return engine;
    },
    destroy: async (): Promise<void> => {
      for (const engine of opened.splice(0)) await engine.close();
      await store.destroy();
    },
  };
}

async function addCourse(courses: Collection<Course>, course: Partial<Course>): Promise<void> {
  const state = { ...welding, title: `Course ${course.id ?? ''}`, ...course };
  await courses.change(state.id, () => changed(state), stamp);
}
