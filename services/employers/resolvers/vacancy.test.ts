import { describe, expect, test } from '@jest/globals';
import { anna, carla, erik, rimbach } from '#tests/support/actors.ts';
import { addEmployer, addVacancy, employersPerTest, listedField, carryOut, readAt } from './graph.fixture.ts';

describe('vacancies in the graph', () => {
  const subgraph = employersPerTest();

  test('a vacancy is changed where the work is, and where the employer has its seat', async () => {
    const employerId = await addEmployer(subgraph());
    const vacancyId = await addVacancy(subgraph(), employerId, { municipality: rimbach });
    expect(await carryOut(subgraph(), [carla, 'updateVacancy'], { vacancyId, refreshOn: '2027-07-31' })).toBe(
      vacancyId,
    );
    expect(await carryOut(subgraph(), [erik, 'updateVacancy'], { vacancyId, refreshOn: '2027-08-31' })).toBe(vacancyId);
    expect(await carryOut(subgraph(), [anna, 'closeVacancy'], { vacancyId, reason: 'WITHDRAWN' })).toBe('FORBIDDEN');
    expect(await carryOut(subgraph(), [carla, 'updateVacancy'], { vacancyId, occupation: '99999' })).toBe(
      'UNKNOWN_OCCUPATION',
    );
  });

  test('vacancies are listed as a screen needs them', async () => {
    const employerId = await addEmployer(subgraph());
    await addVacancy(subgraph(), employerId, {
      title: 'A',
      startsOn: '2026-05-01',
      registeredOn: '2026-01-20',
      refreshOn: '2026-02-20',
    });
    await addVacancy(subgraph(), employerId, {
      title: 'B',
      startsOn: '2026-04-01',
      registeredOn: '2026-01-30',
      refreshOn: '2026-03-20',
      hoursPerWeek: 35,
    });
    await addVacancy(subgraph(), employerId, {
      title: 'C',
      startsOn: '2026-06-01',
      registeredOn: '2026-01-10',
      refreshOn: '2026-01-31',
      occupation: '51311',
    });
    const titles = (list: string) => listedField(subgraph(), list, { of: 'title', to: anna });
    expect(
      await Promise.all(
        ['vacancies', 'vacancies(sort: STARTS_ON)', 'vacancies(sort: NEWEST)', 'vacancies(sort: REFRESH_ON)'].map(
          titles,
        ),
      ),
    ).toEqual([
      ['C', 'A', 'B'],
      ['B', 'A', 'C'],
      ['B', 'A', 'C'],
      ['C', 'A', 'B'],
    ]);
    expect(await titles('vacancies(filter: { occupation: "54", maxHoursPerWeek: 20, open: true })')).toEqual(['A']);
    expect(await titles('vacancies(filter: { staleBefore: "2026-03-01" }, sort: REFRESH_ON)')).toEqual(['C', 'A']);
    await carryOut(subgraph(), [carla, 'closeVacancy'], {
      vacancyId: await addVacancy(subgraph(), employerId, { title: 'D' }),
      reason: 'WITHDRAWN',
    });
    expect(
      await Promise.all(['open: false', 'open: true'].map((filter) => titles(`vacancies(filter: { ${filter} })`))),
    ).toEqual([['D'], ['C', 'A', 'B']]);
    const employer = subgraph()
      .as(anna)
      .entity({ __typename: 'Employer', id: employerId }, '{ vacancies { edges { node { title } } } }');
    expect(await readAt(employer, '_entities.0.vacancies.edges.0.node.title')).toBe('C');
  });
});
