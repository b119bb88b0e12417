import { assertNotInFuture } from '#shared/fact-day.ts';
import type { Child, Person, PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

/** The children who are to be looked after during working hours; replaces what was known. */
export function updateChildren(person: Person, { children, on }: { children: Child[]; on: string }): PersonDecision {
  for (const { birthDate } of children) assertNotInFuture('children.birthDate', birthDate, on);
  return sayChange(person, { ...person, children }, { group: 'CHILDREN', on });
}
