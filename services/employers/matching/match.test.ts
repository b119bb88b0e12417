import { describe, expect, test } from '@jest/globals';
import { adasProfile, vacancy as cleaning } from '../employers.fixture.ts';
import { byFit, match } from './match.ts';

describe('matching a person and a vacancy', () => {
  test('gives all points to the same occupation, level, place and hours', () => {
    const { score, possible, points } = match(adasProfile, cleaning);
    expect([score, possible, points.map((each) => [each.code, each.points, each.of])]).toEqual([
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
    const { municipality: _inDistrict, ...mannheim } = { ...cleaning, place: { postcode: '68159', town: 'Mannheim' } };
    expect(match(adasProfile, mannheim).points).toContainEqual({
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
    const { possible, hardLimits } = match(adasProfile, vacancy);
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
    expect(match(adasProfile, { ...cleaning, occupation }).points[0]?.points).toBe(points);
  });

  test('explains which level is asked for beyond the one that was reached', () => {
    expect(match(adasProfile, { ...cleaning, occupation: '54103' }).points[1]).toEqual({
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
  ])('counts the level that a qualification reaches where a specialist is asked for: %s', (qualification, points) => {
    expect(match({ ...adasProfile, qualification }, { ...cleaning, occupation: '54103' }).points[1]?.points).toBe(
      points,
    );
  });

  test('puts possible matches first, then the better ones, and ties always in the same order', () => {
    const vacancies = [
      { ...cleaning, id: 'v-3', hoursPerWeek: 40 },
      { ...cleaning, id: 'v-2' },
      cleaning,
      { ...cleaning, id: 'v-0', occupation: '62101' },
    ];
    expect(
      vacancies
        .map((vacancy) => match(adasProfile, vacancy))
        .sort(byFit(({ vacancy }) => vacancy.id))
        .map(({ vacancy }) => vacancy.id),
    ).toEqual(['v-1', 'v-2', 'v-0', 'v-3']);
  });
});
