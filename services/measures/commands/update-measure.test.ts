import { describe, expect, test } from '@jest/globals';
import { updateMeasure } from './update-measure.ts';
import { ada, ben, welding, weldingWith } from './welding.fixture.ts';

const updatedOn = '2026-08-10';

describe('updating a measure', () => {
  test('changes what is given and says what it was', () => {
    const measure = weldingWith(ada);
    expect(updateMeasure(measure, { updatedOn, changes: { places: 5, dayparts: ['AFTERNOON', 'MORNING'], title: null } })).toEqual({
      state: { ...measure, places: 5, freePlaces: 4, dayparts: ['AFTERNOON', 'MORNING'], timetable: 'MORNING+AFTERNOON' },
      events: [{ type: 'measure.updated', data: { measureId: 'm-1', updatedOn, changed: ['DAYPARTS', 'PLACES'], places: 5 } }],
    });
  });

  test('says nothing when all is as it was', () => {
    const changes = { title: ' Welding', place: { town: 'Groß-Rohrheim', postcode: '68649' }, places: 2 };
    expect(updateMeasure(welding, { updatedOn, changes })).toEqual({ state: welding, events: [] });
  });

  test.each([
    ['PLACES_TAKEN', weldingWith(ada, ben), { places: 1 }],
    ['MEASURE_STARTED', weldingWith(ben), { startsOn: '2026-09-08' }],
    ['INVALID_INPUT', welding, { endsOn: '2026-08-01' }],
    ['TOO_LONG', { ...welding, instrument: 'P45_MAG', endsOn: '2026-10-12' }, { endsOn: '2026-12-31' }],
  ])('is refused with %s', (code, measure, changes) => {
    expect(() => updateMeasure(measure, { updatedOn, changes })).toThrow(expect.objectContaining({ code }));
  });
});
