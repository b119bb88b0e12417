import { assertNotBefore, earliestInCase } from '#shared/calendar/fact-day.ts';

/** An invitation, a talk or an assessment may have led to the case; it cannot be of another time of the person's life. */
export function assertLedTo({ openedOn }: { openedOn: string }, field: string, day: string): void {
  assertNotBefore(field, day, earliestInCase(openedOn));
}
