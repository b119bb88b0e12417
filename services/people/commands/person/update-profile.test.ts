import { describe, expect, test } from '@jest/globals';
import { ada, adaProfile, ofAda } from './ada.fixture.ts';
import { updateProfile } from './update-profile.ts';

const on = '2026-03-01';
const updated = { type: 'person.updated', data: { ...ofAda, updatedOn: on, changed: ['PROFILE'] } };

describe('what a person brings to work', () => {
  test('is kept, and what matching needs of it is said', () => {
    expect(updateProfile(ada, { mobility: 'CAR', radiusKm: 25, on })).toEqual({
      state: { ...ada, mobility: 'CAR', radiusKm: 25 },
      events: [
        updated,
        { type: 'person.profiled', data: { ...adaProfile, mobility: 'CAR', radiusKm: 25, profiledOn: on } },
      ],
    });
  });

  test('names each part of the week once', () => {
    expect(updateProfile(ada, { availability: { hoursPerWeek: 30, dayparts: ['MORNING', 'MORNING'] }, on })).toEqual({
      state: ada,
      events: [],
    });
  });

  test('forgets a radius that is null, and keeps one that is left out', () => {
    const near = { ...ada, radiusKm: 10 };
    expect([
      updateProfile(near, { mobility: 'CAR', on }).state.radiusKm,
      updateProfile(near, { radiusKm: null, on }).state,
    ]).toEqual([10, ada]);
  });

  test('says nothing to matching of what matching does not need', () => {
    const languages = [{ language: 'de', level: 'C2' as const }];
    expect(updateProfile(ada, { languages, on })).toEqual({ state: { ...ada, languages }, events: [updated] });
  });

  test('is said to matching once it is complete', () => {
    const unasked = { ...ada, occupations: [], availability: { hoursPerWeek: null, dayparts: [] } };
    const withOccupation = updateProfile(unasked, { occupations: ada.occupations, on });
    expect(withOccupation.events).toEqual([updated]);
    expect(updateProfile(withOccupation.state, { availability: ada.availability, on }).events).toEqual([
      updated,
      { type: 'person.profiled', data: { ...adaProfile, profiledOn: on } },
    ]);
  });

  test('that is no longer complete is said too, so that nobody is matched by the old one', () => {
    expect(updateProfile(ada, { occupations: [], on }).events).toEqual([
      updated,
      { type: 'person.profiled', data: { ...adaProfile, occupations: [], profiledOn: on } },
    ]);
  });

  test('stays quiet when it is the same', () => {
    expect(
      updateProfile(ada, { mobility: 'PUBLIC_TRANSPORT', occupations: [{ occupation: '51312', years: 3 }], on }),
    ).toEqual({ state: ada, events: [] });
  });

  test.each([
    { occupations: [{ occupation: '51312' }, { occupation: '51312', years: 2 }] },
    {
      languages: [
        { language: 'de', level: 'A1' as const },
        { language: 'de', level: 'B1' as const },
      ],
    },
  ])('is refused when it names one twice: %o', (profile) => {
    expect(() => updateProfile(ada, { ...profile, on })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
