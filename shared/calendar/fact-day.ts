import { daysLater } from './days.ts';
import { Refusal } from '#shared/refusal.ts';

/**
 * The days by which a fact may come before its case. A talk, an assessment or a start of work often comes before the
 * case that it leads to (§15(1) and (4) SGB II: talk, then Potenzialanalyse, then plan). No law says how long before: a
 * practice value, the time within which a job centre would talk anew.
 */
const LEADING_DAYS = 92;

/** The first day of the SGB II, and of job centres: nothing that is recorded here happened, or was planned, before. */
export const FIRST_DAY = '2005-01-01';

/**
 * Returns the day on which something happened: today unless another one is given. Refuses a day that is still to come.
 */
export function factDay(field: string, entered: string | null | undefined, today: string): string {
  const day = entered ?? today;
  assertNotInFuture(field, day, today);
  return day;
}

/** Refuses a day that is still to come: a fact lies today or in the past. */
export function assertNotInFuture(field: string, day: string, today: string): void {
  if (day > today) throw new Refusal('INVALID_INPUT', 'must be today or a day before.', field);
}

/** Refuses a day before the fact that it follows. */
export function assertNotBefore(field: string, day: string, earliest: string | undefined): void {
  if (earliest !== undefined && day < earliest)
    throw new Refusal('INVALID_INPUT', `must not be before ${earliest}.`, field);
}

/** Returns the first day that can belong to a case: earlier facts belong to another time of the person's life. */
export function earliestInCase(openedOn: string): string {
  return daysLater(openedOn, -LEADING_DAYS);
}
