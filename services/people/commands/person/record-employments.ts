import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Employment, Person, PersonDecision } from '../../person/person.ts';
import { assertInOrder } from '../../person/value-rules.ts';
import { recordChange } from './record-change.ts';

export type RecordEmployments = { employments: Employment[]; fundedMonths16i?: number; on: string };

/**
 * Replaces the recorded times of work, as §16e and §16i SGB II ask for them. One that has begun may have a last day
 * that is still to come.
 */
export function recordEmployments(
  person: Person,
  { employments, fundedMonths16i = person.fundedMonths16i, on }: RecordEmployments,
): PersonDecision {
  for (const { from, to } of employments) {
    assertNotInFuture('employments.from', from, on);
    assertInOrder('employments', from, to);
  }
  const inOrder = employments.toSorted((a, b) => a.from.localeCompare(b.from));
  return recordChange(person, { ...person, employments: inOrder, fundedMonths16i }, { group: 'EMPLOYMENT', on });
}
