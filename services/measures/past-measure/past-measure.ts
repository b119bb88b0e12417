import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** A time in a measure that no enrolment here tells of: before the case, elsewhere, or before this house. */
export type PastMeasure = { id: string; instrument: string; from: string; to: string; recordedOn: string };

/** The past measures of a person, recorded because the law counts them. `id` is the person's. */
export type PastMeasures = { id: string; measures: PastMeasure[] };

const text = { type: String, required: true } as const;
const day = { ...text, match: formats.day } as const;
const pastMeasure = new Schema<PastMeasure>(
  { id: text, instrument: text, from: day, to: day, recordedOn: day },
  { _id: false },
);
const pastMeasuresSchema = new Schema<PastMeasures>(
  { id: text, measures: { type: [pastMeasure], required: true } },
  { _id: false },
);

/** Nobody else asks for them, and events do not tell of them: they are the person's past, and count here only. */
export type PastMeasuresOfPersons = Collection<PastMeasures>;

export function pastMeasuresOfPersons(documents: Documents): PastMeasuresOfPersons {
  return documents.collection('past-measures', pastMeasuresSchema);
}
