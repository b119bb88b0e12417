import { describe, expect, test } from '@jest/globals';
import { updateMeasure } from './update-measure.ts';
import { enrolmentOfAda, enrolmentOfBen, welding, weldingWith } from '../../measure/measure.fixture.ts';

const updatedOn = '2026-08-10';

describe('updating a measure', () => {
  test('changes what is given and says what it was', () => {
    const measure = weldingWith(enrolmentOfAda);
    expect(
      updateMeasure(measure, { updatedOn, changes: { places: 5, dayparts: ['AFTERNOON', 'MORNING'], title: null } }),
    ).toEqual({
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

  test('says nothing when all is as it was', () => {
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
    ['UNKNOWN_MUNICIPALITY', welding, { municipality: '99999999' }],
    ['INVALID_INPUT', welding, { municipality: '06431011', outsideDistrict: true }],
    ['INVALID_INPUT', weldingWith(enrolmentOfAda), { places: 0 }],
    ['INVALID_INPUT', welding, { places: -1 }],
    ['PLACES_TAKEN', weldingWith(enrolmentOfAda, enrolmentOfBen), { places: 1 }],
    ['MEASURE_STARTED', weldingWith(enrolmentOfBen), { startsOn: '2026-09-08' }],
    ['INVALID_INPUT', welding, { endsOn: '2026-08-01' }],
    ['TOO_LONG', { ...welding, instrument: 'P45_MAG', endsOn: '2026-10-12' }, { endsOn: '2026-12-31' }],
  ])('is refused with %s', (code, measure, changes) => {
    expect(() => updateMeasure(measure, { updatedOn, changes })).toThrow(expect.objectContaining({ code }));
  });
});
