import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** What a project is, for who may read its report. */
export type KnownProject = { id: string; municipality: string; startedOn: string; caseManagerIds: string[] };

const projectSchema = new Schema<KnownProject>(
  { id: { type: String, required: true }, municipality: { type: String, required: true }, startedOn: { type: String, required: true }, caseManagerIds: { type: [String], required: true } },
  { _id: false },
);

export function knownProjectView(documents: Documents): Collection<KnownProject> {
  return documents.collection('known-projects', projectSchema);
}

/** Which project a case belongs to: measures and employers only say which case. */
export type KnownCase = { id: string; projectId: string; personId: string };

const caseSchema = new Schema<KnownCase>({ id: { type: String, required: true }, projectId: { type: String, required: true }, personId: { type: String, required: true } }, { _id: false });
caseSchema.index({ projectId: 1 });

export function knownCaseView(documents: Documents): Collection<KnownCase> {
  return documents.collection('known-cases', caseSchema);
}

/** A benefit unit as its events tell it: who belongs to it, and when it was in receipt. */
export type KnownUnit = { id: string; municipality: string; memberIds: string[]; benefits: { from: string; to?: string }[] };

const unitSchema = new Schema<KnownUnit>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true },
    memberIds: { type: [String], required: true },
    benefits: [new Schema({ from: { type: String, required: true }, to: { type: String } }, { _id: false })],
  },
  { _id: false },
);
unitSchema.index({ municipality: 1 });

export function knownUnitView(documents: Documents): Collection<KnownUnit> {
  return documents.collection('known-units', unitSchema);
}
