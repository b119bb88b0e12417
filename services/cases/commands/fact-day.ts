import { daysLater } from '#shared/days.ts';
import { Refusal } from '#shared/refusal.ts';

/** A day on which something happened: today unless another one is given, never one that is still to come. */
export function factDay(field: string, given: string | undefined, today: string): string {
  if (given !== undefined && given > today) throw new Refusal('INVALID_INPUT', `${field}: must be today or a day before.`);
  return given ?? today;
}

/** What follows cannot lie before what it follows. */
export function assertNotBefore(field: string, day: string, earliest: string | undefined): void {
  if (earliest !== undefined && day < earliest) throw new Refusal('INVALID_INPUT', `${field}: must not be before ${earliest}.`);
}

/**
 * The first talk, and what is seen in it, often lead to a case (§15(1) and (4) SGB II: talk, then Potenzialanalyse, then plan), which is
 * opened afterwards. No law says how long before: a practice value, the time within which a job centre would talk anew.
 */
const LEADING_DAYS = 92;

/** An invitation, a talk or an assessment may have led to the case; it cannot be of another time of the person's life. */
export function assertLedTo({ openedOn }: { openedOn: string }, field: string, day: string): void {
  assertNotBefore(field, day, daysLater(openedOn, -LEADING_DAYS));
}
