import { Schema } from 'mongoose';
import type { Received } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';

/** A person of whom the people service has told, and where they live: a case is opened only for one of these. */
export type KnownPerson = { id: string; municipality: string };

const knownPersonSchema = new Schema<KnownPerson>(
  { id: { type: String, required: true }, municipality: { type: String, required: true } },
  { _id: false },
);

export type KnownPersons = Collection<KnownPerson>;

export function knownPersonView(documents: Documents): KnownPersons {
  return documents.collection('known-persons', knownPersonSchema);
}

/** Makes the consumer that keeps the view: registered, a person is known; moved, they are known where they live now. */
export function knownPersonConsumer(knownPersons: KnownPersons): Consumer {
  const keepPerson = (event: Received<typeof peopleEvents, 'person.registered' | 'person.updated'>): Promise<void> => {
    const { personId: id, municipality } = event.data;
    return knownPersons.project(id, event, () => ({ id, municipality }));
  };
  return on(peopleEvents, { 'person.registered': keepPerson, 'person.updated': keepPerson });
}
