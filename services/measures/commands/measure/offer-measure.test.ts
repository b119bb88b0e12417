import { describe, expect, test } from '@jest/globals';
import { instrumentCodes } from '#shared/funding/instrument-codes.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { offerMeasure } from './offer-measure.ts';
import { welding } from '../../measure/measure.fixture.ts';

const { id: measureId, enrolments: _enrolments, freePlaces: _free, timetable: _timetable, ...offer } = welding;

describe('offering a measure', () => {
  test('puts it on the list with all its places free, and says so', () => {
    expect(offerMeasure(null, { ...offer, measureId, title: ' Welding ' })).toEqual({
      state: welding,
      events: [
        {
          type: 'measure.offered',
          data: {
            measureId: 'm-1',
            providerId: 'bildungswerk',
            instrument: 'P45_MAT',
            municipality: '06431010',
            startsOn: '2026-09-01',
            endsOn: '2026-11-30',
            places: 2,
            entry: 'FIXED',
          },
        },
      ],
    });
  });

  test('says of one outside the district that it is there, without a municipality', () => {
    const { municipality: _here, ...elsewhere } = offer;
    const place = { postcode: '68159', town: 'Mannheim' };
    const { municipality: _there, ...stored } = welding;
    expect(offerMeasure(null, { ...elsewhere, municipality: null, place, measureId })).toEqual({
      state: { ...stored, place },
      events: [
        {
          type: 'measure.offeredOutside',
          data: {
            measureId: 'm-1',
            providerId: 'bildungswerk',
            instrument: 'P45_MAT',
            startsOn: '2026-09-01',
            endsOn: '2026-11-30',
            places: 2,
            entry: 'FIXED',
          },
        },
      ],
    });
  });

  test('may run longer than anybody may take part, where people join as it runs', () => {
    expect(
      offerMeasure(null, { ...offer, instrument: 'P45_MAG', entry: 'ROLLING', endsOn: '2027-08-31', measureId }).events,
    ).toMatchObject([{ data: { entry: 'ROLLING', endsOn: '2027-08-31' } }]);
  });

  test('says nothing the second time', () => {
    expect(offerMeasure(welding, { ...offer, measureId })).toEqual({ state: welding, events: [] });
  });

  test('does not let an event tell what kind of trouble it is for, nor who is known for helping with it', () => {
    const telling = instrumentCodes.filter(
      ({ code, tells }) => tells !== null && instrumentOn(code, offer.startsOn)?.inCourses,
    );
    const said = telling.map(({ code }) => offerMeasure(null, { ...offer, instrument: code, measureId }).events);
    expect(said[0]).toMatchObject([{ data: { instrument: 'PROTECTED', providerId: 'PROTECTED' } }]);
    expect(new Set(said.map((events) => JSON.stringify(events))).size).toBe(1);
    expect([...new Set(telling.map(({ tells }) => tells))].sort()).toEqual(['DEBTS', 'DISABILITY', 'ILLNESS']);
  });

  test.each([
    ['INSTRUMENT_NOT_IN_FORCE', { instrument: 'P16J' }],
    ['NOT_IN_COURSES', { instrument: 'P88_EGZ' }],
    ['NOT_IN_COURSES', { instrument: 'P16B' }],
    ['NOT_IN_COURSES', { instrument: 'P46_TRIAL' }],
    ['TOO_LONG', { instrument: 'P45_MAG', endsOn: '2026-11-24' }],
    ['TOO_LONG', { instrument: 'P16D', endsOn: '2029-09-01' }],
    ['UNKNOWN_MUNICIPALITY', { municipality: '08222000' }],
    ['UNKNOWN_MUNICIPALITY', { municipality: 'x' }],
    ['UNKNOWN_MUNICIPALITY', { municipality: '' }],
    ['INVALID_INPUT', { places: 0 }],
    ['INVALID_INPUT', { places: -1 }],
    ['INVALID_INPUT', { endsOn: '2026-08-31' }],
    ['INVALID_INPUT', { dayparts: [] }],
    ['INVALID_INPUT', { approvedUntil: null }],
    ['INVALID_INPUT', { approvedUntil: '2026-08-31' }],
  ])('is refused with %s for %j', (code, changes) => {
    expect(() => offerMeasure(null, { ...offer, measureId, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
