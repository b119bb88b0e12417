import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Child, Person, PersonDecision } from '../../person/person.ts';
import { assertHolds, youngerThan } from '../../person/value-rules.ts';
import { sayChange } from './say-change.ts';

/** The children who are to be looked after during working hours; replaces what was known. */
export function updateChildren(person: Person, { children, on }: { children: Child[]; on: string }): PersonDecision {
  for (const { birthDate } of children) assertNotInFuture('children.birthDate', birthDate, on);
  return sayChange(
    person,
    { ...person, children: children.map((child) => ({ ...child, careNeeded: [...new Set(child.careNeeded)] })) },
    { group: 'CHILDREN', on },
  );
}

/** For forms; the lines of a list are held against it before they are taken over. A child who is known already stays possible. */
export function assertYounger(person: Person, children: readonly Pick<Child, 'birthDate'>[]): void {
  const known = new Set(person.children.map(({ birthDate }) => birthDate));
  const fresh = children.filter(({ birthDate }) => !known.has(birthDate));
  for (const { birthDate } of fresh) assertHolds('children.birthDate', birthDate, youngerThan(person.birthDate));
}
