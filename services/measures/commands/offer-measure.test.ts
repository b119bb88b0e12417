import { describe, expect, test } from '@jest/globals';
import { offerMeasure } from './offer-measure.ts';
import { welding } from './welding.fixture.ts';

const { id: measureId, enrolments: _enrolments, freePlaces: _free, timetable: _timetable, ...offer } = welding;

describe('offering a measure', () => {
  test('puts it on the list with all its places free, and says so', () => {
    expect(offerMeasure(null, { ...offer, measureId, title: ' Welding ' })).toEqual({
      state: welding,
      events: [{ type: 'measure.offered', data: { measureId: 'm-1', providerId: 'bildungswerk', instrument: 'P45_MAT', municipality: '06431010', startsOn: '2026-09-01', endsOn: '2026-11-30', places: 2 } }],
    });
  });

  test('says nothing the second time', () => {
    expect(offerMeasure(welding, { ...offer, measureId })).toEqual({ state: welding, events: [] });
  });

  test('does not let an event tell that it is for disabled people', () => {
    const { events } = offerMeasure(null, { ...offer, instrument: 'P46_TRIAL', measureId });
    expect(events).toMatchObject([{ data: { instrument: 'PROTECTED' } }]);
  });

  test.each([
    ['INSTRUMENT_NOT_IN_FORCE', { instrument: 'P16J' }],
    ['INVALID_INPUT', { endsOn: '2026-08-31' }],
    ['INVALID_INPUT', { dayparts: [] }],
    ['INVALID_INPUT', { approvedUntil: null }],
    ['INVALID_INPUT', { approvedUntil: '2026-08-31' }],
  ])('is refused with %s for %j', (code, changes) => {
    expect(() => offerMeasure(null, { ...offer, measureId, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
