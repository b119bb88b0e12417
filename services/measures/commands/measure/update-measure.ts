import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { placesTaken, withSearchFields, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';
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

/**
 * What is absent stays as it is; a municipality is taken away by saying that the measure takes place outside the
 * district.
 */
export type MeasureChanges = { [Field in Changeable]?: Measure[Field] | undefined } & {
  outsideDistrict?: boolean | undefined;
};

/** Changes what is named and different. Provider and instrument stay: with another one it is another measure. */
export function updateMeasure(
  measure: Measure,
  { changes, updatedOn }: { changes: MeasureChanges; updatedOn: string },
): MeasureDecision {
  const changed = changeable.filter(
    (field) =>
      (changes[field] !== undefined && !isSame(changes[field], measure[field])) ||
      (field === 'municipality' && leavesDistrict(measure, changes)),
  );
  if (changed.length === 0) return { state: measure, events: [] };

  const updated = withSearchFields({ ...withoutFormerMunicipality(measure, changes), ...valuesOf(changed, changes) });
  if (changed.includes('municipality') && updated.municipality !== undefined) assertMunicipality(updated.municipality);
  if (updated.places > 0 && updated.freePlaces < 0)
    throw new MeasureRefusal(
      'PLACES_TAKEN',
      `${measure.title} has given ${placesTaken(measure)} of its places already.`,
    );
  if (changed.includes('startsOn') && measure.enrolments.some(({ startedOn }) => startedOn !== undefined)) {
    throw new MeasureRefusal('MEASURE_STARTED', `${measure.title} has already started.`);
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
  { outsideDistrict, municipality: newMunicipality }: MeasureChanges,
): boolean {
  if (outsideDistrict === true && newMunicipality !== undefined)
    throw new MeasureRefusal(
      'INVALID_INPUT',
      'must be left out where the measure takes place outside the district.',
      'municipality',
    );
  return outsideDistrict === true && municipality !== undefined;
}

function withoutFormerMunicipality(measure: Measure, changes: MeasureChanges): Measure {
  const { municipality: _municipality, ...elsewhere } = measure;
  return leavesDistrict(measure, changes) ? elsewhere : measure;
}

function valuesOf(changed: Changeable[], changes: MeasureChanges): Partial<Measure> {
  return Object.fromEntries(
    changed.filter((field) => changes[field] !== undefined).map((field) => [field, asStored(changes[field])]),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(asStored(a)) === JSON.stringify(asStored(b));
}

/** Returns the value trimmed, and with its keys in the order of the schema. */
function asStored(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'object' && value !== null && 'postcode' in value && 'town' in value)
    return { postcode: value.postcode, town: String(value.town).trim() };
  return value;
}

/** Returns the field as events name it: `startsOn` is `STARTS_ON`. */
function codeOf(field: Changeable): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
