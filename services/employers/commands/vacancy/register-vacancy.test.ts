import { describe, expect, test } from '@jest/globals';
import { testDay, vacancy, vacancyRegistered } from '../../employers.fixture.ts';
import { registerVacancy } from './register-vacancy.ts';

const { proposals: _proposals, freePosts: _freePosts, ...facts } = vacancy;

describe('posts to fill', () => {
  test('are all free, and told by the facts that matching and reports go by', () => {
    expect(
      registerVacancy(null, { vacancy: { ...facts, title: ' Reinigungskraft', posts: 3 }, today: testDay }),
    ).toEqual({
      state: { ...facts, posts: 3, proposals: [], freePosts: 3 },
      events: [{ ...vacancyRegistered, data: { ...vacancyRegistered.data, posts: 3 } }],
    });
  });

  test('outside the district are told without a municipality', () => {
    const { municipality: _inDistrict, ...dataOutside } = vacancyRegistered.data;
    const { municipality: _here, ...mannheim } = { ...facts, place: { postcode: '68159', town: 'Mannheim' } };
    expect(registerVacancy(null, { vacancy: mannheim, today: testDay })).toEqual({
      state: { ...mannheim, proposals: [], freePosts: 1 },
      events: [{ type: 'vacancy.registeredOutside', data: dataOutside }],
    });
  });

  test.each([
    {
      name: 'with a municipality of another district',
      code: 'UNKNOWN_MUNICIPALITY',
      changes: { municipality: '08222000' },
    },
    { name: 'with a key that is none', code: 'UNKNOWN_MUNICIPALITY', changes: { municipality: 'x' } },
    { name: 'without hours', code: 'INVALID_INPUT', changes: { hoursPerWeek: 0 } },
    { name: 'with more hours than a week of work has', code: 'INVALID_INPUT', changes: { hoursPerWeek: 49 } },
    { name: 'without a post', code: 'INVALID_INPUT', changes: { posts: 0 } },
    { name: 'with less than no post', code: 'INVALID_INPUT', changes: { posts: -1 } },
    { name: 'with a start before there were job centres', code: 'INVALID_INPUT', changes: { startsOn: '1900-01-01' } },
    {
      name: 'with a registration before there were job centres',
      code: 'INVALID_INPUT',
      changes: { registeredOn: '1900-01-01' },
    },
  ])('are refused $name: $code', ({ code, changes }) => {
    expect(() => registerVacancy(null, { vacancy: { ...facts, ...changes }, today: testDay })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('need a place where they are in no municipality', () => {
    const { municipality: _here, ...nowhere } = facts;
    expect(() => registerVacancy(null, { vacancy: nowhere, today: testDay })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining('place') }),
    );
  });

  test('are registered once', () => {
    expect(registerVacancy(vacancy, { vacancy: facts, today: testDay })).toEqual({ state: vacancy, events: [] });
  });

  test('are refused with a person in the title, which town halls read', () => {
    expect(() =>
      registerVacancy(null, { vacancy: { ...facts, title: 'Nachfolge für Frau Meier' }, today: testDay }),
    ).toThrow(expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }));
  });

  test.each([
    ['a registration to come', { registeredOn: '2026-03-11', refreshOn: '2026-04-01' }],
    ['a refresh before the registration', { registeredOn: '2026-03-01', refreshOn: '2026-02-28' }],
  ])('are refused with %s', (_name, days) => {
    expect(() => registerVacancy(null, { vacancy: { ...facts, ...days }, today: testDay })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
