import { plainText } from '#shared/plain-text.ts';
import type { Contact, Person, PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

/** How to reach the person from now on; replaces what was known. An empty text is as good as none. */
export function updateContact(person: Person, { contact, on }: { contact: Contact; on: string }): PersonDecision {
  const { channel, ...texts } = contact;
  const written = Object.entries(texts).map(([field, text]) => [field, plainText(text)]).filter(([, text]) => text !== '');
  // The same fields with the same kind of values.
  const plain = Object.fromEntries(written) as Omit<Contact, 'channel'>;
  return sayChange(person, { ...person, contact: { ...plain, ...(channel && { channel }) } }, { group: 'CONTACT', on });
}
