import { describe, expect, test } from '@jest/globals';
import { instrumentCodes } from '#shared/funding/instrument-codes.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { welding } from '../../measure/measure.fixture.ts';
import { offerMeasure } from './offer-measure.ts';

const { id: measureId, enrolments: _enrolments, freePlaces: _free, timetable: _timetable, ...offer } = welding;

const days = { startsOn: '2026-09-01', endsOn: '2026-11-30' };
const offered = { measureId, providerId: 'bildungswerk', instrument: 'P45_MAT', ...days, places: 2, entry: 'FIXED' };

describe('offering a measure', () => {
  test('puts it on the list with all its places free, and an event says so', () => {
    expect(offerMeasure(null, { ...offer, measureId, title: ' Welding ' })).toEqual({
      state: welding,
      events: [{ type: 'measure.offered', data: { ...offered, municipality: '06431010' } }],
    });
  });

  test('of one outside the district has an event without a municipality', () => {
    const { municipality: _here, ...elsewhere } = offer;
    const place = { postcode: '68159', town: 'Mannheim' };
    const { municipality: _there, ...stored } = welding;
    expect(offerMeasure(null, { ...elsewhere, place, measureId })).toEqual({
      state: { ...stored, place },
      events: [{ type: 'measure.offeredOutside', data: offered }],
    });
  });

  test('may run longer than anybody may take part, where people join as it runs', () => {
    expect(
      offerMeasure(null, { ...offer, instrument: 'P45_MAG', entry: 'ROLLING', endsOn: '2027-08-31', measureId }).events,
    ).toMatchObject([{ data: { entry: 'ROLLING', endsOn: '2027-08-31' } }]);
  });

  test('is noted once', () => {
    expect(offerMeasure(welding, { ...offer, measureId })).toEqual({ state: welding, events: [] });
  });

  test('does not let an event tell what kind of trouble it is for, nor who is known for helping with it', () => {
    const telling = instrumentCodes.filter(
      ({ code, tells }) => tells !== null && instrumentOn(code, offer.startsOn)?.inCourses,
    );
    const eventLists = telling.map(({ code }) => offerMeasure(null, { ...offer, instrument: code, measureId }).events);
    expect(eventLists[0]).toMatchObject([{ data: { instrument: 'PROTECTED', providerId: 'PROTECTED' } }]);
    expect(new Set(eventLists.map((events) => JSON.stringify(events))).size).toBe(1);
    expect([...new Set(telling.map(({ tells }) => tells))].sort()).toEqual(['DEBTS', 'DISABILITY', 'ILLNESS']);
  });

  test.each([
    ['an instrument that was repealed', 'INSTRUMENT_NOT_IN_FORCE', { instrument: 'P16J' }],
    ['a subsidy that an employer gets', 'NOT_IN_COURSES', { instrument: 'P88_EGZ' }],
    ['a bonus that a person gets', 'NOT_IN_COURSES', { instrument: 'P16B' }],
    ['a trial that an employer is paid for', 'NOT_IN_COURSES', { instrument: 'P46_TRIAL' }],
    ['a day more than twelve weeks', 'TOO_LONG', { instrument: 'P45_MAG', endsOn: '2026-11-24' }],
    ['a day more than 36 months', 'TOO_LONG', { instrument: 'P16D', endsOn: '2029-09-01' }],
    ['a municipality of another district', 'UNKNOWN_MUNICIPALITY', { municipality: '08222000' }],
    ['a key that is none', 'UNKNOWN_MUNICIPALITY', { municipality: 'x' }],
    ['an empty key', 'UNKNOWN_MUNICIPALITY', { municipality: '' }],
    ['no places', 'INVALID_INPUT', { places: 0 }],
    ['fewer than no places', 'INVALID_INPUT', { places: -1 }],
    ['an end before the start', 'INVALID_INPUT', { endsOn: '2026-08-31' }],
    ['no time of the week', 'INVALID_INPUT', { dayparts: [] }],
    ['a missing approval', 'INVALID_INPUT', { approvedUntil: undefined }],
    ['an approval that ends before the start', 'INVALID_INPUT', { approvedUntil: '2026-08-31' }],
  ])('is refused for %s: %s', (_, code, changes) => {
    expect(() => offerMeasure(null, { ...offer, measureId, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
