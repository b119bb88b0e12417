import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, erik } from '#tests/support/actors.ts';
import { at } from '#tests/support/at.ts';
import { addVacancy, deliverProfile, employersPerTest, proposeToAda, readAt, readAda } from './graph.fixture.ts';

describe('matches in the graph', () => {
  const subgraph = employersPerTest();

  test('a case manager sees why a vacancy fits a person whom they look after', async () => {
    const { vacancyId } = await proposeToAda(subgraph());
    const { data, errors } = await readAda(
      subgraph(),
      anna,
      '{ matches { possible score points { code points } hardLimits { code met } vacancy { id } person { id } } }',
    );
    expect(errors).toEqual([]);
    expect(at(data, '_entities.0.matches')).toMatchObject([
      {
        possible: true,
        score: 97,
        vacancy: { id: vacancyId },
        person: { id: 'p-ada' },
        points: expect.arrayContaining([{ code: 'OCCUPATION', points: 50 }]),
        hardLimits: expect.arrayContaining([{ code: 'HOURS', met: true }]),
      },
    ]);
  });

  test('a vacancy that a hard limit blocks is shown when asked for, behind the rest', async () => {
    const { vacancyId, employerId } = await proposeToAda(subgraph());
    const tooLong = await addVacancy(subgraph(), employerId, { hoursPerWeek: 40 });
    const matches = (field: string) =>
      readAt(readAda(subgraph(), anna, `{ matches: ${field} { vacancy { id } } }`), '_entities.0.matches');
    expect([await matches('matches'), await matches('matches(includeBlocked: true)')]).toEqual([
      [{ vacancy: { id: vacancyId } }],
      [{ vacancy: { id: vacancyId } }, { vacancy: { id: tooLong } }],
    ]);
  });

  test('candidates are for those who look for people to fill a vacancy, in their municipalities', async () => {
    const { vacancyId } = await proposeToAda(subgraph());
    const candidates = (who: Actor) =>
      subgraph()
        .as(who)
        .run('query ($id: ID!) { vacancy(id: $id) { candidates { score person { id } } } }', { id: vacancyId });
    expect(at((await candidates(carla)).data, 'vacancy.candidates')).toEqual([{ score: 97, person: { id: 'p-ada' } }]);
    expect(at((await candidates(erik)).data, 'vacancy.candidates')).toEqual([]);
    expect((await candidates(anna)).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });

  test('a person who is profiled twice is matched once', async () => {
    await proposeToAda(subgraph());
    await deliverProfile(subgraph(), 'p-ada');
    expect(await readAt(readAda(subgraph(), anna, '{ matches { score } }'), '_entities.0.matches')).toHaveLength(1);
  });
});
