import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import type { Declares } from './views.ts';

/** What a project is, for who may read its report. */
export type KnownProject = { id: string; municipality: string; startedOn: string; caseManagerIds: string[] };

const projectSchema = new Schema<KnownProject>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true },
    startedOn: { type: String, required: true },
    caseManagerIds: { type: [String], required: true },
  },
  { _id: false },
);
// The reports of a municipality.
projectSchema.index({ municipality: 1, startedOn: 1 });

export type KnownProjects = Collection<KnownProject>;

export function knownProjectView(documents: Declares): KnownProjects {
  return documents.collection('known-projects', projectSchema);
}
