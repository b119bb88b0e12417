import type { Person, PersonDecision } from '../../person/person.ts';
import { sayChange } from './say-change.ts';

/** The person lives in another municipality from now on. The old address goes with the move. */
export function movePerson(person: Person, { municipality, on }: { municipality: string; on: string }): PersonDecision {
  if (person.municipality === municipality) return { state: person, events: [] };
  const { street: _street, postcode: _postcode, town: _town, ...contact } = person.contact;
  return sayChange(person, { ...person, municipality, contact }, { group: 'MUNICIPALITY', on });
}
