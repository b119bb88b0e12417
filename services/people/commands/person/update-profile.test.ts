import { describe, expect, test } from '@jest/globals';
import { adaMueller, adaProfile, aboutAda } from '../ada.fixture.ts';
import { updateProfile } from './update-profile.ts';

const on = '2026-03-01';
const updated = { type: 'person.updated', data: { ...aboutAda, updatedOn: on, changed: ['PROFILE'] } };

describe('what a person brings to work', () => {
  test('is kept, and matching is told what it needs of it', () => {
    expect(updateProfile(adaMueller, { mobility: 'CAR', radiusKm: 25, on })).toEqual({
      state: { ...adaMueller, mobility: 'CAR', radiusKm: 25 },
      events: [
        updated,
        { type: 'person.profiled', data: { ...adaProfile, mobility: 'CAR', radiusKm: 25, profiledOn: on } },
      ],
    });
  });

  test('names each part of the week once', () => {
    expect(
      updateProfile(adaMueller, { availability: { hoursPerWeek: 30, dayparts: ['MORNING', 'MORNING'] }, on }),
    ).toEqual({
      state: adaMueller,
      events: [],
    });
  });

  test('forgets a radius that is null, and keeps one that is left out', () => {
    const near = { ...adaMueller, radiusKm: 10 };
    expect([
      updateProfile(near, { mobility: 'CAR', on }).state.radiusKm,
      updateProfile(near, { radiusKm: null, on }).state,
    ]).toEqual([10, adaMueller]);
  });

  test('is not told to matching where matching does not need it', () => {
    const languages = [{ language: 'de', level: 'C2' as const }];
    expect(updateProfile(adaMueller, { languages, on })).toEqual({
      state: { ...adaMueller, languages },
      events: [updated],
    });
  });

  test('is told to matching once it is complete', () => {
    const unasked = { ...adaMueller, occupations: [], availability: { hoursPerWeek: null, dayparts: [] } };
    const withOccupation = updateProfile(unasked, { occupations: adaMueller.occupations, on });
    expect(withOccupation.events).toEqual([updated]);
    expect(updateProfile(withOccupation.state, { availability: adaMueller.availability, on }).events).toEqual([
      updated,
      { type: 'person.profiled', data: { ...adaProfile, profiledOn: on } },
    ]);
  });

  test('is told to matching when it is no longer complete, so that nobody is matched by the old one', () => {
    expect(updateProfile(adaMueller, { occupations: [], on }).events).toEqual([
      updated,
      { type: 'person.profiled', data: { ...adaProfile, occupations: [], profiledOn: on } },
    ]);
  });

  test('is not announced when it is the same', () => {
    expect(
      updateProfile(adaMueller, { mobility: 'PUBLIC_TRANSPORT', occupations: [{ occupation: '51312', years: 3 }], on }),
    ).toEqual({ state: adaMueller, events: [] });
  });

  test.each([
    ['an occupation', { occupations: [{ occupation: '51312' }, { occupation: '51312', years: 2 }] }],
    [
      'a language',
      {
        languages: [
          { language: 'de', level: 'A1' as const },
          { language: 'de', level: 'B1' as const },
        ],
      },
    ],
  ])('is refused when it names %s twice', (_, profile) => {
    expect(() => updateProfile(adaMueller, { ...profile, on })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
