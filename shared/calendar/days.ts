/*
 * A calendar day is a string, `2026-03-01`: it sorts as it is, and no time zone can move it. Everything here takes and
 * gives such days, of the years 0000 to 9999; what would lie beyond is the first or the last of them.
 */

/** A date range from a first to a last day, both included; open-ended where there is no last one. */
export type Period = { from: string; to?: string | null | undefined };

/** From a first to a last day, both included. */
export type ClosedPeriod = { from: string; to: string };

const DAY_MS = 86_400_000;
const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');

// Made once: making one takes longer than anything else a request does before its resolvers.
const germanDays = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** Returns the calendar day in Germany at an instant: today for everybody who works here, wherever a service runs. */
export function germanDay(instant: Date): string {
  return germanDays.format(instant);
}

/** True when the calendar has such a day: `2026-02-30` is none, and neither is a day in another format. */
export function isDay(text: string): boolean {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && dayAt(instant) === text;
}

/** Returns the day so many days later, or earlier where the number is negative. */
export function daysLater(day: string, days: number): string {
  return dayAt(Date.parse(day) + days * DAY_MS);
}

export const dayAfter = (day: string): string => daysLater(day, 1);
export const dayBefore = (day: string): string => daysLater(day, -1);

/** Counts the days from the first day to the second: 0 for the same day, negative where the second is before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** Returns the month of a day: `2026-03`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** Returns the month of a day as a number, counted from year 0: numbers can be subtracted and counted through. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Returns the first day of the month of a day: of `2026-02-14`, `2026-02-01`. */
export const firstOfMonth = (day: string): string => `${monthOf(day)}-01`;

/** Returns the last day of the month of a day: of `2026-02-14`, `2026-02-28`. */
export function lastOfMonth(day: string): string {
  const date = new Date(firstOfMonth(day));
  return dayAt(date.setUTCMonth(date.getUTCMonth() + 1, 0));
}

/**
 * Returns the day of the same number so many months later, or the last day of a month that is too short for it:
 * 2026-01-31 and one month is 2026-02-28. For what is due, or reached, so long after a day (§188(2) first half and (3)
 * BGB, §26(1) SGB X).
 */
export function monthsLater(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  // A day that the month lacks has become one of the next month.
  if (date.getUTCDate() !== Number(day.slice(8))) date.setUTCDate(0);
  return dayAt(date.getTime());
}

/**
 * Returns the last day of so many whole months that begin with a day: the day before the one of the same number, or the
 * last day of a month that is too short for that. One month from 2026-01-15 lasts until 2026-02-14, one from 2026-01-31
 * until 2026-02-28: a day longer than to the day before `monthsLater`. For how long something may last that begins with
 * a day (§187(2), §188(2) second half and (3) BGB).
 */
export function lastOfWholeMonths(from: string, months: number): string {
  const sameDay = monthsLater(from, months);
  return sameDay.slice(8) === from.slice(8) ? dayBefore(sameDay) : sameDay;
}

/**
 * Returns the day on which somebody completes so many years: the day of birth counts (§187(2) sentence 2 BGB), so that
 * a person born on 29 February completes them at the end of the 28th, where there is no 29th.
 */
export function birthday(birthDate: string, years: number): string {
  return dayAfter(lastOfWholeMonths(birthDate, years * 12));
}

/**
 * Counts the years completed on a day since another: with the birth date, the age. On every `birthday` it is one more.
 */
export function completedYears(from: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(from.slice(0, 4)) - (on.slice(5) < from.slice(5) ? 1 : 0);
}

/** True when a day lies in a period, its first and its last day included. */
export function hasDay({ from, to }: Period, day: string): boolean {
  return from <= day && (to === undefined || to === null || day <= to);
}

/** Returns the earlier of two days. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);
/** Returns the later of two days. */
export const later = (a: string, b: string): string => (a > b ? a : b);

function dayAt(instant: number): string {
  return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString().slice(0, 10);
}
