import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { KnownPersons } from '../views/known-person.ts';

/** A case is opened only for somebody the people service has told of. */
export function peopleConsumer(known: KnownPersons): Consumer {
  const keepPerson = (event: Received<typeof peopleEvents, 'person.registered' | 'person.updated'>): Promise<void> => {
    const { personId: id, municipality } = event.data;
    return known.project(id, event, () => ({ id, municipality }));
  };
  return on(peopleEvents, { 'person.registered': keepPerson, 'person.updated': keepPerson });
}
