import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import type { Declares } from './views.ts';

/** Which project a case belongs to: measures and employers only say which case, people only which person. */
export type KnownCase = { id: string; projectId: string; personId: string; municipality: string };

const caseSchema = new Schema<KnownCase>(
  {
    id: { type: String, required: true },
    projectId: { type: String, required: true },
    personId: { type: String, required: true },
    municipality: { type: String, required: true },
  },
  { _id: false },
);
// A household is looked for by its members.
caseSchema.index({ personId: 1 });

export type KnownCases = Collection<KnownCase>;

export function knownCaseView(documents: Declares): KnownCases {
  return documents.collection('known-cases', caseSchema);
}
