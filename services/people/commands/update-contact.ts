import type { Contact, Person, PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

/** How to reach the person from now on; replaces what was known. */
export function updateContact(person: Person, { contact, on }: { contact: Contact; on: string }): PersonDecision {
  return sayChange(person, { ...person, contact }, { group: 'CONTACT', on });
}
