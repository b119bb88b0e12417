import type DataLoader from 'dataloader';
import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';

/** Work that the employers service has said somebody has begun: what the conditions of instruments ask about it, and no more. */
export type ReportedPlacement = {
  /** The placement's id. */
  id: string;
  personId: string;
  kind: string;
  /** Of what pays for it, the codes that conditions ask for. */
  fundedBy: string[];
  startedOn: string;
  endedOn?: string;
  /** Taken back: nothing asks for it any more. */
  withdrawn?: boolean;
};

const placementSchema = new Schema<ReportedPlacement>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    fundedBy: { type: [String], required: true },
    startedOn: { type: String, required: true },
    endedOn: { type: String },
    withdrawn: Boolean,
  },
  { _id: false },
);
// Every answer about eligibility asks for a person's work.
placementSchema.index({ personId: 1 });

export type ReportedPlacements = Collection<ReportedPlacement>;

export function reportedPlacements(documents: Documents): ReportedPlacements {
  return documents.collection('placements', placementSchema);
}

/** The work of a person; what was withdrawn is none. */
export function placementsByPerson(placements: ReportedPlacements): DataLoader<string, ReportedPlacement[]> {
  return byKey(placements, 'personId', ({ personId, withdrawn }) => (withdrawn ? [] : [personId]));
}
