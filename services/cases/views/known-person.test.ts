import { expect, test } from '@jest/globals';
import { peopleEvents } from '#shared/contracts/people.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { casesService } from '../service.ts';
import { knownPersonView } from './known-person.ts';

const ada = { personId: 'p-ada', municipality: '06431010' };
const registered = {
  subject: 'p-ada',
  type: 'person.registered',
  data: { ...ada, registeredOn: '2026-01-05' },
} as const;

test('a person of whom the people service tells twice is known once, where they live now', async () => {
  await using subgraph = await subgraphUnderTest('cases', casesService);
  const knownPersons = knownPersonView(subgraph.documents);

  await subgraph.deliver(peopleEvents, registered, { times: 2 });
  expect(await knownPersons.get('p-ada')).toEqual({ id: 'p-ada', municipality: '06431010' });

  await subgraph.deliver(
    peopleEvents,
    {
      subject: 'p-ada',
      type: 'person.updated',
      data: { personId: 'p-ada', municipality: '06431006', updatedOn: '2026-02-05', changed: ['ADDRESS'] },
    },
    { times: 2 },
  );
  expect(await knownPersons.get('p-ada')).toEqual({ id: 'p-ada', municipality: '06431006' });
  expect(await knownPersons.count({})).toBe(1);
});
