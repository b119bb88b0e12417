import type { MeasureEvent } from '#shared/contracts/measures.ts';
import { redactInstrument, redactCompanion } from '#shared/funding/redact.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { tallied, type Measure, type MeasureDecision } from '../../measure.ts';
import { assertOfferable } from './assert-offerable.ts';

/** What an offer tells about a measure. */
export type Offer = Omit<
  Measure,
  'id' | 'enrolments' | 'freePlaces' | 'timetable' | 'approvedUntil' | 'municipality'
> & { approvedUntil?: string | null | undefined; municipality?: string | null | undefined };

/** Puts a measure on the list. The same offer again changes nothing. */
export function offerMeasure(
  existing: Measure | null,
  { measureId, ...offer }: Offer & { measureId: string },
): MeasureDecision {
  if (existing) return { state: existing, events: [] };
  const { approvedUntil, municipality, provider, place, ...rest } = offer;
  const measure = tallied({
    ...rest,
    id: measureId,
    provider: { id: provider.id.trim(), name: provider.name.trim() },
    title: offer.title.trim(),
    place: { postcode: place.postcode, town: place.town.trim() },
    enrolments: [],
    ...(typeof municipality === 'string' && { municipality }),
    ...(approvedUntil && { approvedUntil }),
  });
  if (measure.municipality !== undefined) assertMunicipality(measure.municipality);
  assertOfferable(measure);
  return { state: measure, events: [saidOfOffer(measure)] };
}

function saidOfOffer({
  id: measureId,
  provider,
  instrument,
  municipality,
  startsOn,
  endsOn,
  places,
  entry = 'FIXED',
}: Measure): MeasureEvent {
  const said = {
    measureId,
    providerId: redactCompanion(instrument, provider.id),
    instrument: redactInstrument(instrument),
    startsOn,
    endsOn,
    places,
    entry,
  };
  return municipality === undefined
    ? { type: 'measure.offeredOutside', data: said }
    : { type: 'measure.offered', data: { ...said, municipality } };
}
