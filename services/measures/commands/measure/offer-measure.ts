import type { MeasureEvent } from '#shared/contracts/measures.ts';
import { redactInstrument, saidWith } from '#shared/funding/redact.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { withSearchFields, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { assertOfferable } from './assert-offerable.ts';

/** The fields of a measure that an offer names. */
export type Offer = Omit<Measure, 'id' | 'enrolments' | 'freePlaces' | 'timetable'>;

/** Puts a measure on the list. The same offer again changes nothing. */
export function offerMeasure(
  existing: Measure | null,
  { measureId, ...offer }: Offer & { measureId: string },
): MeasureDecision {
  if (existing) return { state: existing, events: [] };
  const { approvedUntil, municipality, provider, place, ...rest } = offer;
  const measure = withSearchFields({
    ...rest,
    id: measureId,
    provider: { id: provider.id.trim(), name: provider.name.trim() },
    title: offer.title.trim(),
    place: { postcode: place.postcode, town: place.town.trim() },
    enrolments: [],
    ...(municipality !== undefined && { municipality }),
    ...(approvedUntil && { approvedUntil }),
  });
  if (measure.municipality !== undefined) assertMunicipality(measure.municipality);
  assertOfferable(measure);
  return { state: measure, events: [offerEvent(measure)] };
}

function offerEvent({
  id: measureId,
  provider,
  instrument,
  municipality,
  startsOn,
  endsOn,
  places,
  entry = 'FIXED',
}: Measure): MeasureEvent {
  const facts = {
    measureId,
    providerId: saidWith(instrument, provider.id),
    instrument: redactInstrument(instrument),
    startsOn,
    endsOn,
    places,
    entry,
  };
  return municipality === undefined
    ? { type: 'measure.offeredOutside', data: facts }
    : { type: 'measure.offered', data: { ...facts, municipality } };
}
