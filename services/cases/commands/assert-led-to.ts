import { daysLater } from '#shared/days.ts';
import { assertNotBefore } from '#shared/fact-day.ts';

/**
 * The first talk, and what is seen in it, often lead to a case (§15(1) and (4) SGB II: talk, then Potenzialanalyse, then plan), which is
 * opened afterwards. No law says how long before: a practice value, the time within which a job centre would talk anew.
 */
const LEADING_DAYS = 92;

/** An invitation, a talk or an assessment may have led to the case; it cannot be of another time of the person's life. */
export function assertLedTo({ openedOn }: { openedOn: string }, field: string, day: string): void {
  assertNotBefore(field, day, daysLater(openedOn, -LEADING_DAYS));
}
