import { describe, expect, test } from '@jest/globals';
import { measureSearch, timetablesWithin } from './measure-search.ts';

describe('searching measures', () => {
  test('asks for nothing that was not asked', () => {
    expect(measureSearch({}, '2026-09-01')).toEqual({});
  });

  test('asks for everything that was', () => {
    expect(
      measureSearch(
        {
          municipalities: ['06431010'],
          instruments: ['P45_MAT'],
          provider: 'b',
          childcareOffered: false,
          maxHoursPerWeek: 20,
          startsFrom: '2026-09-01',
          startsTo: '2026-12-31',
          withFreePlaces: true,
        },
        '2026-09-01',
      ),
    ).toEqual({
      municipality: { in: ['06431010'] },
      instrument: { in: ['P45_MAT'] },
      'provider.id': 'b',
      childcareOffered: false,
      hoursPerWeek: { to: 20 },
      startsOn: { from: '2026-09-01', to: '2026-12-31' },
      freePlaces: { from: 1 },
      endsOn: { from: '2026-09-01' },
    });
  });

  test('asks for what is not there where that is asked', () => {
    expect(measureSearch({ childcareOffered: false, withFreePlaces: false }, '2026-09-01')).toEqual({
      childcareOffered: false,
      freePlaces: { to: 0 },
    });
  });

  test('asks for another day on which somebody is to join', () => {
    expect(measureSearch({ withFreePlaces: true, enterOn: '2026-10-15' }, '2026-09-01')).toEqual({
      freePlaces: { from: 1 },
      endsOn: { from: '2026-10-15' },
    });
    expect(measureSearch({ enterOn: '2026-10-15' }, '2026-09-01')).toEqual({ endsOn: { from: '2026-10-15' } });
  });

  test('finds what needs no other time of the week', () => {
    expect(timetablesWithin(['WEEKEND', 'MORNING'])).toEqual(['MORNING', 'WEEKEND', 'MORNING+WEEKEND']);
  });
});
