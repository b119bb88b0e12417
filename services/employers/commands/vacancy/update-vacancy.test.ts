import { describe, expect, test } from '@jest/globals';
import { einhausen, rimbach } from '#tests/support/actors.ts';
import { hiredProposal, proposalToBen, testDay, vacancy, vacancyWith } from '../../employers.fixture.ts';
import { updateVacancy } from './update-vacancy.ts';

const updatedOn = testDay;
const filled = vacancyWith(hiredProposal, proposalToBen);

describe('facts about a vacancy', () => {
  test('replace those that the changes name, and the others stay', () => {
    expect(updateVacancy(vacancy, { changes: { refreshOn: '2026-05-01', hoursPerWeek: 25 }, updatedOn })).toEqual({
      state: { ...vacancy, refreshOn: '2026-05-01', hoursPerWeek: 25 },
      events: [
        { type: 'vacancy.updated', data: { vacancyId: 'v-1', employerId: 'e-1', updatedOn, changed: ['FACTS'] } },
      ],
    });
  });

  test('move out of the district and back', () => {
    const place = { postcode: '67547', town: 'Worms' };
    const { municipality: _here, ...worms } = { ...vacancy, place };
    expect(updateVacancy(vacancy, { changes: { outsideDistrict: true, place }, updatedOn }).state).toEqual(worms);
    expect(updateVacancy(worms, { changes: { outsideDistrict: true }, updatedOn })).toEqual({
      state: worms,
      events: [],
    });
    expect(updateVacancy(worms, { changes: { municipality: einhausen }, updatedOn }).state).toEqual({
      ...vacancy,
      place,
    });
  });

  test('leave a municipality of earlier days as it is until it changes', () => {
    expect(
      updateVacancy({ ...vacancy, municipality: '08222000' }, { changes: { posts: 2 }, updatedOn }).state,
    ).toMatchObject({ municipality: '08222000', posts: 2 });
  });

  test('a second post is free when the first is taken', () => {
    expect([filled.freePosts, updateVacancy(filled, { changes: { posts: 2 }, updatedOn }).state.freePosts]).toEqual([
      0, 1,
    ]);
  });

  test('that are the same make no event', () => {
    expect(
      updateVacancy(vacancy, { changes: { dayparts: ['MORNING'], title: 'Reinigungskraft ' }, updatedOn }),
    ).toEqual({ state: vacancy, events: [] });
  });

  test.each([
    {
      name: 'for a closed vacancy',
      code: 'VACANCY_CLOSED',
      existing: { ...vacancy, closed: { reason: 'WITHDRAWN' as const, closedOn: testDay } },
      changes: { posts: 2 },
    },
    {
      name: 'with fewer posts than people were hired',
      code: 'VACANCY_FILLED',
      existing: filled,
      changes: { posts: 0 },
    },
    {
      name: 'with a telephone number in the title',
      code: 'TEXT_HAS_PERSONAL_DATA',
      existing: vacancy,
      changes: { title: 'Reinigungskraft, Tel. 06251 123456' },
    },
    {
      name: 'with a municipality outside the district',
      code: 'UNKNOWN_MUNICIPALITY',
      existing: vacancy,
      changes: { municipality: '99999999' },
    },
    {
      name: 'outside the district without a place',
      code: 'INVALID_INPUT',
      existing: vacancy,
      changes: { outsideDistrict: true },
    },
    {
      name: 'outside the district with a municipality',
      code: 'INVALID_INPUT',
      existing: vacancy,
      changes: { outsideDistrict: true, municipality: rimbach },
    },
    { name: 'without a post', code: 'INVALID_INPUT', existing: vacancy, changes: { posts: 0 } },
    {
      name: 'with more hours than a week of work has',
      code: 'INVALID_INPUT',
      existing: vacancy,
      changes: { hoursPerWeek: 49 },
    },
    {
      name: 'with a refresh before the registration',
      code: 'INVALID_INPUT',
      existing: vacancy,
      changes: { refreshOn: '2026-02-28' },
    },
  ])('are refused $name: $code', ({ code, existing, changes }) => {
    expect(() => updateVacancy(existing, { changes, updatedOn })).toThrow(expect.objectContaining({ code }));
  });
});
