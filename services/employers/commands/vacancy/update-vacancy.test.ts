import { describe, expect, test } from '@jest/globals';
import { einhausen, rimbach } from '#tests/support/actors.ts';
import { hiredProposal, proposalToBen, testDay, vacancy, vacancyWith } from '../../employers.fixture.ts';
import { updateVacancy } from './update-vacancy.ts';

const updatedOn = testDay;
const filled = vacancyWith(hiredProposal, proposalToBen);

describe('facts about a vacancy', () => {
  test('replace what was, and what was not named stays', () => {
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

  test('leave a key of earlier days as it is until it changes', () => {
    expect(
      updateVacancy({ ...vacancy, municipality: '08222000' }, { changes: { posts: 2 }, updatedOn }).state,
    ).toMatchObject({ municipality: '08222000', posts: 2 });
  });

  test('a second post is free when the first is taken', () => {
    expect([filled.freePosts, updateVacancy(filled, { changes: { posts: 2 }, updatedOn }).state.freePosts]).toEqual([
      0, 1,
    ]);
  });

  test('that were known already say nothing', () => {
    expect(
      updateVacancy(vacancy, { changes: { dayparts: ['MORNING'], title: 'Reinigungskraft ' }, updatedOn }),
    ).toEqual({ state: vacancy, events: [] });
  });

  test.each([
    ['VACANCY_CLOSED', { ...vacancy, closed: { reason: 'WITHDRAWN' as const, closedOn: testDay } }, { posts: 2 }],
    ['VACANCY_FILLED', filled, { posts: 0 }],
    ['TEXT_HAS_PERSONAL_DATA', vacancy, { title: 'Reinigungskraft, Tel. 06251 123456' }],
    ['UNKNOWN_MUNICIPALITY', vacancy, { municipality: '99999999' }],
    ['INVALID_INPUT', vacancy, { outsideDistrict: true }],
    ['INVALID_INPUT', vacancy, { outsideDistrict: true, municipality: rimbach }],
    ['INVALID_INPUT', vacancy, { posts: 0 }],
    ['INVALID_INPUT', vacancy, { hoursPerWeek: 49 }],
    ['INVALID_INPUT', vacancy, { refreshOn: '2026-02-28' }],
  ])('are refused with %s', (code, known, changes) => {
    expect(() => updateVacancy(known, { changes, updatedOn })).toThrow(expect.objectContaining({ code }));
  });
});
