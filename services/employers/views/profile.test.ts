import { expect, test } from '@jest/globals';
import { peopleEvents } from '#shared/contracts/people.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { employersService } from '../service.ts';
import { profileView } from './profile.ts';

const coded = {
  occupations: ['54101'],
  qualification: 'NONE',
  mobility: 'BICYCLE',
  hoursPerWeek: 20,
  availableDayparts: ['MORNING'],
};

test('a person profiled twice is known to matching once, as profiled last', async () => {
  await using subgraph = await subgraphUnderTest('employers', employersService);
  const profiles = profileView(subgraph.documents);
  const profiled = (municipality: string, hoursPerWeek: number) =>
    subgraph.deliver(
      peopleEvents,
      {
        subject: 'p-ada',
        type: 'person.profiled',
        data: { ...coded, personId: 'p-ada', municipality, hoursPerWeek, profiledOn: '2026-03-01' },
      },
      { times: 2 },
    );

  await profiled('06431006', 20);
  expect(await profiles.get('p-ada')).toEqual({ ...coded, id: 'p-ada', municipality: '06431006' });

  await profiled('06431019', 30);
  expect(await profiles.get('p-ada')).toEqual({ ...coded, id: 'p-ada', municipality: '06431019', hoursPerWeek: 30 });
  expect(await profiles.count({})).toBe(1);
});

test('a person who is registered and not profiled yet is unknown to matching', async () => {
  await using subgraph = await subgraphUnderTest('employers', employersService);
  await subgraph.deliver(
    peopleEvents,
    {
      subject: 'p-ada',
      type: 'person.registered',
      data: { personId: 'p-ada', municipality: '06431006', registeredOn: '2026-03-01' },
    },
    { times: 2 },
  );
  expect(await profileView(subgraph.documents).count({})).toBe(0);
});
