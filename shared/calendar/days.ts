/*
 * A calendar day is a string, `2026-03-01`: it sorts as it is, and no time zone can move it. Everything here takes and
 * gives such days, of the years 0000 to 9999; what would lie beyond is the first or the last of them.
 */

/** From a first to a last day, both included; it goes on where there is no last one. */
export type Period = { from: string; to?: string | null | undefined };

/** From a first to a last day, both included. */
export type ClosedPeriod = { from: string; to: string };

const DAY_MS = 86_400_000;
const FIRST = Date.parse('0000-01-01');
const LAST = Date.parse('9999-12-31');

// Made once: making one takes longer than anything else a request does before its resolvers.
const germanDays = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The calendar day in Germany at an instant: what is today for everybody who works here, wherever a service runs. */
export function germanDay(instant: Date): string {
  return germanDays.format(instant);
}

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

/** The month of a day: `2026-03`. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month of a day as a number, counted from year 0: numbers can be subtracted and counted through. */
export function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The first day of the month of a day: of `2026-02-14`, `2026-02-01`. */
export const firstOfMonth = (day: string): string => `${monthOf(day)}-01`;

/** The last day of the month of a day: of `2026-02-14`, `2026-02-28`. */
export function lastOfMonth(day: string): string {
  const date = new Date(firstOfMonth(day));
  return dayAt(date.setUTCMonth(date.getUTCMonth() + 1, 0));
}

/**
 * The day of the same number so many months later, or the last one of a month that is too short for it: 2026-01-31 and
 * one month is 2026-02-28. For what is due, or reached, so long after a day (§188(2) first half and (3) BGB, §26(1) SGB
 * X).
 */
export function monthsLater(day: string, months: number): string {
  const date = new Date(day);
  date.setUTCMonth(date.getUTCMonth() + months);
  // A day that the month lacks has become one of the next month.
  if (date.getUTCDate() !== Number(day.slice(8))) date.setUTCDate(0);
  return dayAt(date.getTime());
}

/**
 * The last of so many whole months that begin with a day: the day before the one of the same number, or the last one of
 * a month that is too short for that. One month from 2026-01-15 lasts until 2026-02-14, one from 2026-01-31 until
 * 2026-02-28: a day longer than to the day before `monthsLater`. For how long something may last that begins with a day
 * (§187(2), §188(2) second half and (3) BGB).
 */
export function lastOfWholeMonths(from: string, months: number): string {
  const same = monthsLater(from, months);
  return same.slice(8) === from.slice(8) ? dayBefore(same) : same;
}

/**
 * The day on which somebody completes so many years: the day of birth counts (§187(2) sentence 2 BGB), so that who was
 * born on 29 February completes them at the end of the 28th, where there is no 29th.
 */
export function birthday(birthDate: string, years: number): string {
  return dayAfter(lastOfWholeMonths(birthDate, years * 12));
}

/** Years completed on a day since another: with the birth date, the age. On every `birthday` it is one more. */
export function completedYears(from: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(from.slice(0, 4)) - (on.slice(5) < from.slice(5) ? 1 : 0);
}

/** Whether a day lies in a stretch, its first and its last one included. */
export function hasDay({ from, to }: Period, day: string): boolean {
  return from <= day && (to === undefined || to === null || day <= to);
}

/** The earlier of two days. */
export const earlier = (one: string, other: string): string => (one < other ? one : other);
/** The later of two days. */
export const later = (one: string, other: string): string => (one > other ? one : other);

function dayAt(instant: number): string {
  return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString().slice(0, 10);
}
