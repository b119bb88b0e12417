import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** An event as reports and timelines show it: one document each, so that a second delivery finds it there. */
export type Entry = {
  /** The event's own id. */
  id: string;
  name: string;
  /** The day it is about, which may lie long before it was recorded. */
  occurredOn: string;
  /** Sorts by day, then by when it was said. */
  order: string;
  caseId?: string;
  personId?: string;
  projectId?: string;
  municipality?: string;
  /** For benefit units: who belongs to it. */
  memberIds?: string[];
  /** The coded facts of the event. */
  facts: { name: string; value: string }[];
};

const entrySchema = new Schema<Entry>(
  {
    id: { type: String, required: true },
    name: { type: String, required: true },
    occurredOn: { type: String, required: true },
    order: { type: String, required: true },
    caseId: { type: String },
    personId: { type: String },
    projectId: { type: String },
    municipality: { type: String },
    memberIds: { type: [String], default: undefined },
    facts: [new Schema({ name: { type: String, required: true }, value: { type: String, required: true } }, { _id: false })],
  },
  { _id: false },
);
// A figure asks for the events of one name, of a project, of cases or of a municipality, in a period.
entrySchema.index({ projectId: 1, name: 1, occurredOn: 1 });
entrySchema.index({ municipality: 1, name: 1, occurredOn: 1 });
// A timeline reads a case in order.
entrySchema.index({ caseId: 1, order: 1 });

export type Entries = Collection<Entry>;

export function entryView(documents: Documents): Entries {
  return documents.collection('entries', entrySchema);
}
