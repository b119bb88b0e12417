import type { Person, PersonDecision } from '../../person/person.ts';
import { recordChange } from './record-change.ts';

/** Moves the person to another municipality from now on. The old address goes with the move. */
export function movePerson(person: Person, { municipality, on }: { municipality: string; on: string }): PersonDecision {
  if (person.municipality === municipality) return { state: person, events: [] };
  const { street: _street, postcode: _postcode, town: _town, ...contact } = person.contact;
  return recordChange(person, { ...person, municipality, contact }, { group: 'MUNICIPALITY', on });
}
