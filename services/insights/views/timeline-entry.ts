import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** An event as reports and timelines show it: one document each, so that a second delivery finds it there. */
export type TimelineEntry = {
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
  /** Where it counts: told by the event, or filled in at last when its case is there; see `count-in-projects.ts`. */
  projectId?: string;
  municipality?: string;
  /** For benefit units: who belongs to it. */
  memberIds?: string[];
  /** A later correction took it back: it counts for nothing, and so belongs to no project. */
  withdrawn?: boolean;
  /** The coded facts of the event. */
  facts: { name: string; value: string }[];
};

const text = { type: String, required: true };
const entrySchema = new Schema<TimelineEntry>(
  {
    id: text,
    name: text,
    occurredOn: text,
    recordedAt: text,
    order: text,
    caseId: String,
    personId: String,
    projectId: String,
    municipality: String,
    memberIds: { type: [String], default: undefined },
    withdrawn: Boolean,
    facts: [new Schema({ name: text, value: text }, { _id: false })],
  },
  { _id: false },
);
// A figure counts the events of some names in a period, of a project or of its municipality.
for (const about of ['projectId', 'municipality']) entrySchema.index({ [about]: 1, name: 1, order: 1 });
// The end of a benefit that is taken back is looked for by its day.
entrySchema.index({ municipality: 1, name: 1, occurredOn: 1 });
// A timeline reads a case in order; a case that is opened looks for what was said about it before.
entrySchema.index({ caseId: 1, order: 1 });
entrySchema.index({ caseId: 1 });
// And for what was said about the household of its person.
entrySchema.index({ memberIds: 1 });

export type TimelineEntries = Collection<TimelineEntry>;

export function timelineEntryView(documents: Pick<Documents, 'collection'>): TimelineEntries {
  return documents.collection('entries', entrySchema);
}

/** Returns the entry as a correction leaves it. Without its project no count of an index finds it. */
export function withdrawnEntry({ projectId: _counted, ...entry }: TimelineEntry): TimelineEntry {
  return { ...entry, withdrawn: true };
}

/** Returns a coded fact of the event. */
export function factOf({ facts }: Pick<TimelineEntry, 'facts'>, name: string): string | undefined {
  return facts.find((fact) => fact.name === name)?.value;
}

/** Returns the events of these ids, oldest first. */
export async function entriesById(entries: TimelineEntries, ids: readonly string[]): Promise<TimelineEntry[]> {
  const stored = await entries.getMany(ids);
  return stored.filter((entry) => entry !== null).sort((a, b) => (a.order < b.order ? -1 : 1));
}

/** Returns where an entry lies in a list that is in memory: its id. */
export const cursorOf = ({ id }: TimelineEntry): string => Buffer.from(id).toString('base64url');
