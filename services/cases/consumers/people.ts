import type { Consumer, Reaction } from '#shared/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { KnownPersons } from '../views/known-person.ts';

/** A case is opened only for somebody the people service has told of. */
export function peopleConsumer(known: KnownPersons): Consumer {
  const note: Reaction = (event) => {
    const { personId: id, municipality } = event.data as Received<typeof peopleEvents, 'person.registered'>['data'];
    return known.project(id, event, () => ({ id, municipality }));
  };
  return { contracts: [peopleEvents], reactions: { 'person.registered': [note], 'person.updated': [note] } };
}
