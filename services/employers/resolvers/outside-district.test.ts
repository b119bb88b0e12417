import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { einhausen } from '../employers.fixture.ts';
import { anna, carla, mutate, mayor, openCaseOf, deliverProfile, addEmployer, addVacancy } from './graph.fixture.ts';
import { employersService } from '../service.ts';

describe('work outside the district in the graph', () => {
  test('work in Mannheim is listed and matched like any other, only without a municipality', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
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
    const ofMayor = async () =>
      at((await subgraph.as(mayor).run('{ vacancies { edges { node { title } } } }')).data, 'vacancies.edges');
    await openCaseOf(subgraph, 'p-ada');
    await deliverProfile(subgraph, 'p-ada');
    expect(
      at(
        (await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-ada' }, '{ matches { vacancy { id } } }')).data,
        '_entities.0.matches',
      ),
    ).toEqual([{ vacancy: { id: vacancyId } }]);
    expect([
      await ofMayor(),
      await mutate(subgraph, [carla, 'updateVacancy'], { vacancyId, municipality: einhausen }),
    ]).toEqual([[], vacancyId]);
    expect(await ofMayor()).toEqual([{ node: { title: 'Reinigungskraft' } }]);
  });
});
