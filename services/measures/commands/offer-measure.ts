import { saidAs, saidWith } from '#shared/funding/said-as.ts';
import { tallied, type Measure, type MeasureDecision } from '../measure.ts';
import { assertOfferable } from './assert-offerable.ts';

/** What an offer tells about a measure. */
export type Offer = Omit<Measure, 'id' | 'enrolments' | 'freePlaces' | 'timetable' | 'approvedUntil'> & { approvedUntil?: string | null | undefined };

/** Puts a measure on the list. The same offer again changes nothing. */
export function offerMeasure(existing: Measure | null, { measureId, ...offer }: Offer & { measureId: string }): MeasureDecision {
  if (existing) return { state: existing, events: [] };
  const { approvedUntil, provider, place, ...rest } = offer;
  const measure = tallied({
    ...rest,
    id: measureId,
    provider: { id: provider.id.trim(), name: provider.name.trim() },
    title: offer.title.trim(),
    place: { postcode: place.postcode, town: place.town.trim() },
    enrolments: [],
    ...(approvedUntil && { approvedUntil }),
  });
  assertOfferable(measure);
  const { instrument, municipality, startsOn, endsOn, places, entry = 'FIXED' } = measure;
  return {
    state: measure,
    events: [{ type: 'measure.offered', data: { measureId, providerId: saidWith(instrument, measure.provider.id), instrument: saidAs(instrument), municipality, startsOn, endsOn, places, entry } }],
  };
}
