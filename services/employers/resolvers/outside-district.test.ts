import { describe, expect, test } from '@jest/globals';
import { anna, carla, einhausen, mayor } from '#tests/support/actors.ts';
import { at } from '#tests/support/at.ts';
import {
  addEmployer,
  addVacancy,
  deliverProfile,
  employersUnderTest,
  listedField,
  carryOut,
  openCaseOf,
  readAt,
  readAda,
} from './graph.fixture.ts';

describe('work outside the district in the graph', () => {
  test('work in Mannheim is listed and matched like any other, only without a municipality', async () => {
    await using subgraph = await employersUnderTest();
    const employerId = await addEmployer(subgraph);
    expect(await addVacancy(subgraph, employerId, { municipality: '08222000' })).toBe('UNKNOWN_MUNICIPALITY');
    const vacancyId = await addVacancy(subgraph, employerId, {
      municipality: null,
      place: { postcode: '68159', town: 'Mannheim' },
    });
    const { data, errors } = await subgraph
      .as(anna)
      .run('{ vacancies { edges { node { id municipality { ags } place { postcode town } } } } }');
    expect([at(data, 'vacancies.edges'), errors]).toEqual([
      [{ node: { id: vacancyId, municipality: null, place: { postcode: '68159', town: 'Mannheim' } } }],
      [],
    ]);
    const titlesForMayor = () => listedField(subgraph, 'vacancies', { of: 'title', to: mayor });
    await openCaseOf(subgraph, 'p-ada');
    await deliverProfile(subgraph, 'p-ada');
    expect(await readAt(readAda(subgraph, anna, '{ matches { vacancy { id } } }'), '_entities.0.matches')).toEqual([
      { vacancy: { id: vacancyId } },
    ]);
    expect(await titlesForMayor()).toEqual([]);
    expect(await carryOut(subgraph, [carla, 'updateVacancy'], { vacancyId, municipality: einhausen })).toBe(vacancyId);
    expect(await titlesForMayor()).toEqual(['Reinigungskraft']);
  });
});
