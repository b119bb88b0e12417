import { describe, expect, test } from '@jest/globals';
import { enrolmentOfAda, enrolmentOfBen, welding, weldingWith } from '../../measure/measure.fixture.ts';
import { updateMeasure } from './update-measure.ts';

const updatedOn = '2026-08-10';

describe('updating a measure', () => {
  test('changes what is named, and an event says which fields', () => {
    const measure = weldingWith(enrolmentOfAda);
    expect(updateMeasure(measure, { updatedOn, changes: { places: 5, dayparts: ['AFTERNOON', 'MORNING'] } })).toEqual({
      state: {
        ...measure,
        places: 5,
        freePlaces: 4,
        dayparts: ['AFTERNOON', 'MORNING'],
        timetable: 'MORNING+AFTERNOON',
      },
      events: [
        { type: 'measure.updated', data: { measureId: 'm-1', updatedOn, changed: ['DAYPARTS', 'PLACES'], places: 5 } },
      ],
    });
  });

  test('changes nothing when all is as it was', () => {
    const changes = { title: ' Welding', place: { town: 'Groß-Rohrheim', postcode: '68649' }, places: 2 };
    expect(updateMeasure(welding, { updatedOn, changes })).toEqual({ state: welding, events: [] });
  });

  test('moves out of the district and back', () => {
    const { municipality: _here, ...mannheim } = { ...welding, place: { postcode: '68159', town: 'Mannheim' } };
    expect(updateMeasure(welding, { updatedOn, changes: { outsideDistrict: true, place: mannheim.place } })).toEqual({
      state: mannheim,
      events: [
        {
          type: 'measure.updated',
          data: { measureId: 'm-1', updatedOn, changed: ['MUNICIPALITY', 'PLACE'], places: 2 },
        },
      ],
    });
    expect(updateMeasure(mannheim, { updatedOn, changes: { outsideDistrict: true } })).toEqual({
      state: mannheim,
      events: [],
    });
    expect(
      updateMeasure(mannheim, { updatedOn, changes: { municipality: '06431010', place: welding.place } }).state,
    ).toEqual(welding);
  });

  test('leaves a key of earlier days as it is until it changes', () => {
    expect(
      updateMeasure({ ...welding, municipality: '08222000' }, { updatedOn, changes: { places: 3 } }).state,
    ).toMatchObject({ municipality: '08222000', places: 3 });
  });

  test.each([
    [
      'a municipality of another district',
      'UNKNOWN_MUNICIPALITY',
      { measure: welding, changes: { municipality: '99999999' } },
    ],
    [
      'a municipality that is outside the district as well',
      'INVALID_INPUT',
      { measure: welding, changes: { municipality: '06431011', outsideDistrict: true } },
    ],
    ['no places', 'INVALID_INPUT', { measure: weldingWith(enrolmentOfAda), changes: { places: 0 } }],
    ['fewer than no places', 'INVALID_INPUT', { measure: welding, changes: { places: -1 } }],
    [
      'fewer places than are given',
      'PLACES_TAKEN',
      { measure: weldingWith(enrolmentOfAda, enrolmentOfBen), changes: { places: 1 } },
    ],
    [
      'another start once somebody has begun',
      'MEASURE_STARTED',
      { measure: weldingWith(enrolmentOfBen), changes: { startsOn: '2026-09-08' } },
    ],
    ['an end before the start', 'INVALID_INPUT', { measure: welding, changes: { endsOn: '2026-08-01' } }],
    [
      'a longer time than the law allows',
      'TOO_LONG',
      { measure: { ...welding, instrument: 'P45_MAG', endsOn: '2026-10-12' }, changes: { endsOn: '2026-12-31' } },
    ],
  ])('is refused for %s: %s', (_, code, { measure, changes }) => {
    expect(() => updateMeasure(measure, { updatedOn, changes })).toThrow(expect.objectContaining({ code }));
  });
});
