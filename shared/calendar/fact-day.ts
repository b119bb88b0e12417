import { daysLater } from './days.ts';
import { Refusal } from '#shared/refusal.ts';

/**
 * A talk, an assessment or a start of work often comes before the case that it leads to (§15(1) and (4) SGB II: talk,
 * then Potenzialanalyse, then plan). No law says how long before: a practice value, the time within which a job centre
 * would talk anew.
 */
const LEADING_DAYS = 92;

/** Job centres exist since the SGB II is in force: nothing that is recorded here happened, or was planned, before. */
export const FIRST_DAY = '2005-01-01';

/** A day on which something happened: today unless another one is given, never one that is still to come. */
export function factDay(field: string, given: string | null | undefined, today: string): string {
  const day = given ?? today;
  assertNotInFuture(field, day, today);
  return day;
}

/** A fact lies today or in the past. */
export function assertNotInFuture(field: string, day: string, today: string): void {
  if (day > today) throw new Refusal('INVALID_INPUT', `${field}: must be today or a day before.`);
}

/** What follows cannot lie before what it follows. */
export function assertNotBefore(field: string, day: string, earliest: string | undefined): void {
  if (earliest !== undefined && day < earliest)
    throw new Refusal('INVALID_INPUT', `${field}: must not be before ${earliest}.`);
}

/** The first day that can belong to a case: what lies before that belongs to another time of the person's life. */
export function earliestInCase(openedOn: string): string {
  return daysLater(openedOn, -LEADING_DAYS);
}
