import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { Refusal } from '#shared/refusal.ts';
import { placesTaken, withSearchFields, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { assertOfferable } from './assert-offerable.ts';

const changeable = [
  'title',
  'municipality',
  'place',
  'startsOn',
  'endsOn',
  'entry',
  'hoursPerWeek',
  'dayparts',
  'childcareOffered',
  'places',
  'approvedUntil',
] as const;
type Changeable = (typeof changeable)[number];

/** What is absent or null stays as it is; a municipality is taken away by saying that it takes place outside the district. */
export type MeasureChanges = { [Field in Changeable]?: NonNullable<Measure[Field]> | null | undefined } & {
  outsideDistrict?: boolean | null | undefined;
};

/** Changes what is given and different. Provider and instrument stay: another one is another measure. */
export function updateMeasure(
  measure: Measure,
  { changes, updatedOn }: { changes: MeasureChanges; updatedOn: string },
): MeasureDecision {
  const changed = changeable.filter(
    (field) =>
      (isGiven(changes[field]) && !isSame(changes[field], measure[field])) ||
      (field === 'municipality' && leavesDistrict(measure, changes)),
  );
  if (changed.length === 0) return { state: measure, events: [] };

  const updated = withSearchFields({ ...withoutPlaceHere(measure, changes), ...valuesOf(changed, changes) });
  if (changed.includes('municipality') && updated.municipality !== undefined) assertMunicipality(updated.municipality);
  if (updated.places > 0 && updated.freePlaces < 0)
    throw new Refusal('PLACES_TAKEN', `${measure.title} has given ${placesTaken(measure)} of its places already.`);
  if (changed.includes('startsOn') && measure.enrolments.some(({ startedOn }) => startedOn !== undefined)) {
    throw new Refusal('MEASURE_STARTED', `${measure.title} has already started.`);
  }
  assertOfferable(updated);
  return {
    state: updated,
    events: [
      {
        type: 'measure.updated',
        data: { measureId: measure.id, updatedOn, changed: changed.map(codeOf), places: updated.places },
      },
    ],
  };
}

function leavesDistrict(
  { municipality }: Measure,
  { outsideDistrict, municipality: another }: MeasureChanges,
): boolean {
  if (outsideDistrict === true && isGiven(another))
    throw new Refusal(
      'INVALID_INPUT',
      'municipality: must be left out where the measure takes place outside the district.',
    );
  return outsideDistrict === true && municipality !== undefined;
}

function withoutPlaceHere(measure: Measure, changes: MeasureChanges): Measure {
  const { municipality: _left, ...elsewhere } = measure;
  return leavesDistrict(measure, changes) ? elsewhere : measure;
}

function valuesOf(changed: Changeable[], changes: MeasureChanges): Partial<Measure> {
  return Object.fromEntries(
    changed.filter((field) => isGiven(changes[field])).map((field) => [field, plain(changes[field])]),
  );
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** As it is stored: trimmed, and in the order of the keys that the schema has. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'object' && value !== null && 'postcode' in value && 'town' in value)
    return { postcode: value.postcode, town: String(value.town).trim() };
  return value;
}

/** `startsOn` is `STARTS_ON`. */
function codeOf(field: Changeable): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
