import { describe, expect, test } from '@jest/globals';
import { testDay, vacancy, vacancyRegistered } from '../../employers.fixture.ts';
import { registerVacancy } from './register-vacancy.ts';

const { proposals: _proposals, freePosts: _freePosts, ...facts } = vacancy;

describe('posts to fill', () => {
  test('are all free, and said by what matching and reports go by', () => {
    expect(
      registerVacancy(null, { vacancy: { ...facts, title: ' Reinigungskraft', posts: 3 }, today: testDay }),
    ).toEqual({
      state: { ...facts, posts: 3, proposals: [], freePosts: 3 },
      events: [{ ...vacancyRegistered, data: { ...vacancyRegistered.data, posts: 3 } }],
    });
  });

  test('outside the district are said without a municipality', () => {
    const { municipality: _inDistrict, ...dataOutside } = vacancyRegistered.data;
    const { municipality: _here, ...mannheim } = { ...facts, place: { postcode: '68159', town: 'Mannheim' } };
    expect(registerVacancy(null, { vacancy: mannheim, today: testDay })).toEqual({
      state: { ...mannheim, proposals: [], freePosts: 1 },
      events: [{ type: 'vacancy.registeredOutside', data: dataOutside }],
    });
  });

  test.each([
    ['UNKNOWN_MUNICIPALITY', { municipality: '08222000' }],
    ['UNKNOWN_MUNICIPALITY', { municipality: 'x' }],
    ['INVALID_INPUT', { hoursPerWeek: 0 }],
    ['INVALID_INPUT', { hoursPerWeek: 49 }],
    ['INVALID_INPUT', { posts: 0 }],
    ['INVALID_INPUT', { posts: -1 }],
    ['INVALID_INPUT', { startsOn: '1900-01-01' }],
    ['INVALID_INPUT', { registeredOn: '1900-01-01' }],
  ])('are refused with %s: %j', (code, changes) => {
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

  test('are not called after people: town halls read the title', () => {
    expect(() =>
      registerVacancy(null, { vacancy: { ...facts, title: 'Nachfolge für Frau Meier' }, today: testDay }),
    ).toThrow(expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }));
  });

  test.each([
    { registeredOn: '2026-03-11', refreshOn: '2026-04-01' },
    { registeredOn: '2026-03-01', refreshOn: '2026-02-28' },
  ])('are refused with days that cannot be: %j', (days) => {
    expect(() => registerVacancy(null, { vacancy: { ...facts, ...days }, today: testDay })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
