import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import type { Declares } from './views.ts';

/** What a project is, for who may read its report; and what it is to reach, where that was said. */
export type KnownProject = {
  id: string;
  municipality: string;
  startedOn: string;
  caseManagerIds: string[];
  goals?: Goal[];
};
/** By the code of the figure that shows how far it has come, where there is one. */
export type Goal = { code: string; target: number; dueOn?: string | undefined };

const projectSchema = new Schema<KnownProject>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true },
    startedOn: { type: String, required: true },
    caseManagerIds: { type: [String], required: true },
    goals: {
      type: [
        new Schema(
          { code: { type: String, required: true }, target: { type: Number, required: true }, dueOn: { type: String } },
          { _id: false },
        ),
      ],
      default: undefined,
    },
  },
  { _id: false },
);
// The reports of a municipality.
projectSchema.index({ municipality: 1, startedOn: 1 });

export type KnownProjects = Collection<KnownProject>;

export function knownProjectView(documents: Declares): KnownProjects {
  return documents.collection('known-projects', projectSchema);
}
