import { expect, test } from '@jest/globals';
import { peopleUnderTest, staff } from './people.fixture.ts';

test('keys that other services keep are resolved; an unknown one is null with a code that says so', async () => {
  await using subgraph = await peopleUnderTest();
  const municipality = (ags: string) =>
    subgraph.as(staff.miriam).entity({ __typename: 'Municipality', ags }, '{ name }');
  const occupation = (code: string) =>
    subgraph.as(staff.miriam).entity({ __typename: 'Occupation', code }, '{ title }');
  expect(await municipality('06431010')).toEqual({ data: { _entities: [{ name: 'Groß-Rohrheim' }] }, errors: [] });
  expect(await municipality('09563000')).toMatchObject({
    data: { _entities: [null] },
    errors: [{ code: 'UNKNOWN_MUNICIPALITY', path: '_entities.0' }],
  });
  expect(await occupation('99999')).toMatchObject({
    data: { _entities: [null] },
    errors: [{ code: 'UNKNOWN_OCCUPATION', path: '_entities.0' }],
  });
});
