import { expect, test } from '@jest/globals';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { adasProfile, vacancy } from '../employers.fixture.ts';
import { match } from './match.ts';
import { bestMatches } from './best-matches.ts';
import { employersService } from '../service.ts';
import { profileView, type Profile } from '../views/profile.ts';

const profileOf = (id: string, hoursPerWeek: number): Profile => ({
  ...adasProfile,
  id,
  mobility: 'CAR',
  hoursPerWeek,
});
const among = {
  where: {},
  matchOf: (each: Profile) => match(each, vacancy),
  idOf: ({ profile: { id } }: ReturnType<typeof match>) => id,
};

test('the best of the matches asked for are among all of them, also behind the first batch', async () => {
  await using subgraph = await subgraphUnderTest('employers', employersService);
  const profiles = profileView(subgraph.documents);
  const event = {
    id: 'x.1',
    type: 'person.profiled',
    source: '/people',
    sequence: 1,
    time: '2026-03-01T09:00:00.000Z',
    requestid: 'test',
    data: {},
  };
  for (let number = 0; number < 1100; number += 1) {
    const id = `p-${String(number).padStart(4, '0')}`;
    await profiles.project(id, { ...event, subject: id }, () => profileOf(id, number === 1099 ? 20 : 48));
  }
  const [best, next, ...rest] = await bestMatches(profiles, among, 2);
  expect([best?.profile.id, best?.score, next?.profile.id, rest]).toEqual(['p-1099', 100, 'p-0000', []]);
  const few = await bestMatches(profiles, { ...among, wanted: ({ score }) => score === 100 }, 2);
  expect(few.map(({ profile: { id } }) => id)).toEqual(['p-1099']);
});
