import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** To whom a person was named, and by what: a proposal to the employer service, a place in a provider's measure. */
export type Disclosure = {
  /** `<person>/<proposal, placement or enrolment>`. */
  id: string;
  personId: string;
  /** `EMPLOYER_SERVICE`, or `PROVIDER/<id>`. */
  to: string;
  active: boolean;
  /** A proposal names the person only as long as the case it was made in is open. */
  caseId?: string;
  /** The proposal that a placement came from: it ends with the placement. */
  proposalId?: string;
  /** What the proposal led to is behind us. Said by the placement, so it may be heard before the answer to the proposal. */
  over?: boolean;
};

const disclosureSchema = new Schema<Disclosure>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    to: { type: String, required: true },
    active: { type: Boolean, required: true },
    caseId: String,
    proposalId: String,
    over: Boolean,
  },
  { _id: false },
);
// Asked for with every look at a person.
disclosureSchema.index({ personId: 1 });

export type Disclosures = Collection<Disclosure>;

export function disclosureView(documents: Documents): Disclosures {
  return documents.collection('disclosures', disclosureSchema);
}

/** Which provider holds a measure; what an enrolment does not say. */
type OfferedMeasure = { id: string; providerId: string };

const offeredSchema = new Schema<OfferedMeasure>(
  { id: { type: String, required: true }, providerId: { type: String, required: true } },
  { _id: false },
);

export type OfferedMeasures = Collection<OfferedMeasure>;

export function offeredMeasureView(documents: Documents): OfferedMeasures {
  return documents.collection('offered-measures', offeredSchema);
}
