import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Child, Person, PersonDecision } from '../../person/person.ts';
import { assertRule, youngerThan } from '../../person/value-rules.ts';
import { recordChange } from './record-change.ts';

/** Replaces the children who are to be looked after during working hours. */
export function updateChildren(person: Person, { children, on }: { children: Child[]; on: string }): PersonDecision {
  for (const { birthDate } of children) assertNotInFuture('children.birthDate', birthDate, on);
  return recordChange(
    person,
    { ...person, children: children.map((child) => ({ ...child, careNeeded: [...new Set(child.careNeeded)] })) },
    { group: 'CHILDREN', on },
  );
}

/**
 * Refuses children who are older than the person. For forms; the lines of a list are held against it before they are
 * taken over. A child who is recorded already stays possible.
 */
export function assertYounger(person: Person, children: readonly Pick<Child, 'birthDate'>[]): void {
  const recorded = new Set(person.children.map(({ birthDate }) => birthDate));
  const added = children.filter(({ birthDate }) => !recorded.has(birthDate));
  for (const { birthDate } of added) assertRule('children.birthDate', birthDate, youngerThan(person.birthDate));
}
