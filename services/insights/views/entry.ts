import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import type { Declares } from './views.ts';

/** An event as reports and timelines show it: one document each, so that a second delivery finds it there. */
export type Entry = {
  /** The event's own id. */
  id: string;
  name: string;
  /** The day it is about, which may lie long before it was recorded. */
  occurredOn: string;
  /** When it was committed, UTC. */
  recordedAt: string;
  /** Sorts by day, then by when it was recorded. */
  order: string;
  caseId?: string;
  personId?: string;
  /**
   * In which it counts: told by the event, or filled in as the last thing when its case is known; see
   * `consumers/settle.ts`.
   */
  projectId?: string;
  municipality?: string;
  /** For benefit units: who belongs to it. */
  memberIds?: string[];
  /** What it says was taken back later: it counts for nothing, and so belongs to no project. */
  withdrawn?: boolean;
  /** The coded facts of the event. */
  facts: { name: string; value: string }[];
};

const entrySchema = new Schema<Entry>(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    occurredOn: { type: String, required: true },
    recordedAt: { type: String, required: true },
    order: { type: String, required: true },
    caseId: { type: String },
    personId: { type: String },
    projectId: { type: String },
    municipality: { type: String },
    memberIds: { type: [String], default: undefined },
    withdrawn: { type: Boolean },
    facts: [
      new Schema({ name: { type: String, required: true }, value: { type: String, required: true } }, { _id: false }),
    ],
  },
  { _id: false },
);
// A figure counts the events of some names in a period, of a project or of its municipality.
for (const about of ['projectId', 'municipality']) entrySchema.index({ [about]: 1, name: 1, order: 1 });
// The end of a benefit that is taken back is looked for by its day.
entrySchema.index({ municipality: 1, name: 1, occurredOn: 1 });
// A timeline reads a case in order; a case that becomes known looks for what was said about it before.
entrySchema.index({ caseId: 1, order: 1 });
entrySchema.index({ caseId: 1 });
// And for what was said about the household of its person.
entrySchema.index({ memberIds: 1 });

export type Entries = Collection<Entry>;

export function entryView(documents: Declares): Entries {
  return documents.collection('entries', entrySchema);
}

/** Without its project no count of an index finds it. */
export function asWithdrawn({ projectId: _counted, ...entry }: Entry): Entry {
  return { ...entry, withdrawn: true };
}

export function factOf({ facts }: Pick<Entry, 'facts'>, name: string): string | undefined {
  return facts.find((fact) => fact.name === name)?.value;
}
