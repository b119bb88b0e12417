/*
 * A calendar day is a string, `2026-03-01`: it sorts as it is, and no time zone can move it. Everything here takes and gives such
 * days, of the years 0000 to 9999; beyond either end, the last day there is stands in.
 */

const DAY_MS = 86_400_000;
const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');

/** Whether the calendar has such a day: `2026-02-30` is none, and neither is a day that is written otherwise. */
export function isDay(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && dayAt(instant) === text;
}

/** So many days after a day, before it where they are negative. */
export function daysLater(day: string, days: number): string {
  return dayAt(Date.parse(day) + days * DAY_MS);
}

export const dayAfter = (day: string): string => daysLater(day, 1);
export const dayBefore = (day: string): string => daysLater(day, -1);

/** How many days the second one is after the first: 0 for the same day, negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);
/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

function dayAt(instant: number): string {
  return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString().slice(0, 10);
}
