import { describe, expect, test } from '@jest/globals';
import { anna, carla, einhausen, erik, rimbach } from '#tests/support/actors.ts';
import { addEmployer, employersPerTest, listedField, carryOut } from './graph.fixture.ts';

describe('employers in the graph', () => {
  const subgraph = employersPerTest();
  const names = (list: string) => listedField(subgraph(), list, { of: 'name', to: anna });

  test('an employer is found by the beginning of its name, however it is spelt', async () => {
    await addEmployer(subgraph(), { name: 'Gärtnerei Rosengarten' });
    await addEmployer(subgraph(), { name: 'Bäckerei Roßmann', municipality: einhausen });
    expect(await names('employers')).toEqual(['Bäckerei Roßmann', 'Gärtnerei Rosengarten']);
    expect(
      await Promise.all(['Gärt', 'gaert', 'BÄCK'].map((name) => names(`employers(filter: { name: "${name}" })`))),
    ).toEqual([['Gärtnerei Rosengarten'], ['Gärtnerei Rosengarten'], ['Bäckerei Roßmann']]);
  });

  test('an employer is kept by who keeps the network there, and moved to where they keep it too', async () => {
    const employerId = await addEmployer(subgraph(), { number: '12345678' });
    expect(await carryOut(subgraph(), [erik, 'updateEmployer'], { employerId, branch: 'Reinigung' })).toBe('FORBIDDEN');
    expect(await carryOut(subgraph(), [carla, 'updateEmployer'], { employerId, municipality: rimbach })).toBe(
      'FORBIDDEN',
    );
    expect(
      await carryOut(subgraph(), [{ ...carla, municipalities: [einhausen, rimbach] }, 'updateEmployer'], {
        employerId,
        municipality: rimbach,
      }),
    ).toBe(employerId);
    expect(await addEmployer(subgraph(), { number: '12345678' })).toBe('ALREADY_EXISTS');
    expect(await Promise.all([addEmployer(subgraph()), addEmployer(subgraph())])).toEqual([
      expect.stringMatching(/-/),
      expect.stringMatching(/-/),
    ]);
  });

  test('a contact person is kept with an e-mail address, and what is nearly one is refused in a moment', async () => {
    const employerWith = (email: string) => addEmployer(subgraph(), { contactPerson: { name: 'Rita Ried', email } });
    expect(
      await Promise.all(
        [
          'rita@ried.example',
          'rita.ried@post.ried.example',
          'rita@ried',
          'rita ried@x.de',
          `a@${'.'.repeat(90_000)} `,
        ].map(employerWith),
      ),
    ).toEqual([
      expect.stringMatching(/-/),
      expect.stringMatching(/-/),
      'INVALID_INPUT',
      'INVALID_INPUT',
      'INVALID_INPUT',
    ]);
  });

  test('a page is refused outside 1 to 100', async () => {
    const codes = await Promise.all([0, 101].map((first) => names(`employers(first: ${first})`)));
    expect(codes).toEqual([['INVALID_INPUT'], ['INVALID_INPUT']]);
  });
});
