import { Schema } from 'mongoose';
import type { Received } from '#shared/contracts/contract.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** The provider of a measure, which no enrolment names. */
type OfferedMeasure = { id: string; providerId: string };

const offeredMeasureSchema = new Schema<OfferedMeasure>(
  { id: { type: String, required: true }, providerId: { type: String, required: true } },
  { _id: false },
);

export type OfferedMeasures = Collection<OfferedMeasure>;

export function offeredMeasureView(documents: Documents): OfferedMeasures {
  return documents.collection('offered-measures', offeredMeasureSchema);
}

/** Keeps the provider of each measure. */
export function offeredMeasureConsumer(measures: OfferedMeasures): Consumer {
  const keepOffer = (event: Received<typeof measureEvents, 'measure.offered' | 'measure.offeredOutside'>) => {
    const { measureId: id, providerId } = event.data;
    return measures.project(id, event, () => ({ id, providerId }));
  };
  return on(measureEvents, { 'measure.offered': keepOffer, 'measure.offeredOutside': keepOffer });
}
