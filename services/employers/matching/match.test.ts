import { describe, expect, test } from '@jest/globals';
import { byFit, match } from './match.ts';
import type { Vacancy } from '../vacancy/vacancy.ts';
import type { Profile } from '../views/profile.ts';

const ada: Profile = {
  id: 'p-1',
  municipality: '06431006',
  occupations: ['54101'],
  qualification: 'NONE',
  mobility: 'PUBLIC_TRANSPORT',
  hoursPerWeek: 20,
  availableDayparts: ['MORNING'],
};
const cleaning: Vacancy = {
  id: 'v-1',
  employerId: 'e-1',
  title: 'Reinigungskraft',
  occupation: '54101',
  municipality: '06431006',
  hoursPerWeek: 20,
  dayparts: ['MORNING'],
  startsOn: '2026-03-01',
  posts: 1,
  drivingLicenceNeeded: false,
  registeredOn: '2026-02-01',
  refreshOn: '2026-04-01',
  proposals: [],
  freePosts: 1,
};

describe('matching a person and a vacancy', () => {
  test('gives all points to the same occupation, level, place and hours', () => {
    const { score, possible, points } = match(ada, cleaning);
    expect([score, possible, points.map(({ code, points: given, of }) => [code, given, of])]).toEqual([
      100,
      true,
      [
        ['OCCUPATION', 50, 50],
        ['REQUIREMENT_LEVEL', 20, 20],
        ['PLACE', 20, 20],
        ['HOURS', 10, 10],
      ],
    ]);
  });

  test('gives work outside the district the points of work elsewhere', () => {
    const { municipality: _here, ...mannheim } = { ...cleaning, place: { postcode: '68159', town: 'Mannheim' } };
    expect(match(ada, mannheim).points).toContainEqual({
      code: 'PLACE',
      points: 10,
      of: 20,
      explanation: 'Outside the district; the way there: public transport.',
    });
  });

  test.each([
    ['HOURS', { ...cleaning, hoursPerWeek: 21 }],
    ['DAYPARTS', { ...cleaning, dayparts: ['NIGHT' as const] }],
    ['DRIVING', { ...cleaning, drivingLicenceNeeded: true }],
  ])('is not possible beyond a hard limit, whatever the score: %s', (code, vacancy) => {
    const { possible, hardLimits } = match(ada, vacancy);
    expect([possible, hardLimits.filter(({ met }) => !met).map((limit) => limit.code)]).toEqual([false, [code]]);
  });

  test.each([
    ['54101', 50],
    ['54102', 42],
    ['54131', 32],
    ['54201', 20],
    ['51311', 8],
    ['62102', 0],
  ])('counts how close the occupation is: %s', (occupation, points) => {
    expect(match(ada, { ...cleaning, occupation }).points[0]?.points).toBe(points);
  });

  test('says what is asked for beyond what was reached', () => {
    expect(match(ada, { ...cleaning, occupation: '54103' }).points[1]).toEqual({
      code: 'REQUIREMENT_LEVEL',
      points: 0,
      of: 20,
      explanation: 'Level 3 is asked for, 1 is reached so far.',
    });
  });

  test.each([
    ['NONE', 0],
    ['VOCATIONAL', 10],
    ['TECHNICAL_SCHOOL', 20],
    ['UNIVERSITY', 20],
    ['UNKNOWN', 0],
  ])('counts what a qualification reaches where a specialist is asked for: %s', (qualification, points) => {
    expect(match({ ...ada, qualification }, { ...cleaning, occupation: '54103' }).points[1]?.points).toBe(points);
  });

  test('puts the possible first, then the better, and ties always in the same order', () => {
    const vacancies = [
      { ...cleaning, id: 'v-3', hoursPerWeek: 40 },
      { ...cleaning, id: 'v-2' },
      cleaning,
      { ...cleaning, id: 'v-0', occupation: '62101' },
    ];
    expect(
      vacancies
        .map((vacancy) => match(ada, vacancy))
        .sort(byFit(({ vacancy }) => vacancy.id))
        .map(({ vacancy }) => vacancy.id),
    ).toEqual(['v-1', 'v-2', 'v-0', 'v-3']);
  });
});
