import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** That a person exists, and where they live: all that cases need to know of the people service. */
export type KnownPerson = { id: string; municipality: string };

const knownPersonSchema = new Schema<KnownPerson>(
  { id: { type: String, required: true }, municipality: { type: String, required: true } },
  { _id: false },
);

export type KnownPersons = Collection<KnownPerson>;

export function knownPersonView(documents: Documents): KnownPersons {
  return documents.collection('known-persons', knownPersonSchema);
}
