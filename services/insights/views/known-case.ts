import { Schema } from 'mongoose';
import { caseEvents } from '#shared/contracts/cases.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** Says which project a case belongs to: measures and employers only say which case, people only which person. */
export type KnownCase = { id: string; projectId: string; personId: string; municipality: string };

const text = { type: String, required: true };
const caseSchema = new Schema<KnownCase>(
  { id: text, projectId: text, personId: text, municipality: text },
  { _id: false },
);
// A household is looked for by its members.
caseSchema.index({ personId: 1 });

export type KnownCases = Collection<KnownCase>;

export function knownCaseView(documents: Pick<Documents, 'collection'>): KnownCases {
  return documents.collection('known-cases', caseSchema);
}

export function knownCaseConsumer(cases: KnownCases): Consumer {
  return on(caseEvents, {
    'case.opened': (event) => {
      const { caseId: id, projectId, personId, municipality } = event.data;
      return cases.project(id, event, () => ({ id, projectId, personId, municipality }));
    },
  });
}
