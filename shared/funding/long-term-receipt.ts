import { hasDay, monthNumber, type Period } from '#shared/calendar/days.ts';
import { monthsTouched, type Months } from '#shared/calendar/months.ts';

/**
 * The number of months by which "the past 24 months" (§6 SGB2§48aFKV, §16e SGB II) end before the month of the day that
 * is asked about: 0 if that month belongs to them. The law does not say and no source could be found [unverified]; here
 * only months that are over count, so that nobody is promised what a month has yet to bring.
 */
const ENDS_BEFORE = 1;

/** Langzeitleistungsbezug: benefit on the day, and in this many of the past months. */
export const longTermReceipt = { months: 21, within: 24 } as const;

/** Returns the past months, this many of them, seen from a day. */
export function pastMonths(on: string, length: number): Months {
  const last = monthNumber(on) - ENDS_BEFORE;
  return { first: last - length + 1, last };
}

/** Counts the months with benefit among those that decide about long-term receipt. */
export function longTermMonths(benefitPeriods: readonly Period[], on: string): number {
  return monthsTouched(benefitPeriods, pastMonths(on, longTermReceipt.within));
}

/** True when there is benefit on that day. */
export function isInReceipt(benefitPeriods: readonly Period[], on: string): boolean {
  return benefitPeriods.some((period) => hasDay(period, on));
}

/**
 * True for long-term receipt. §6 SGB2§48aFKV asks it of employable recipients: a person who has left benefit is no
 * recipient any more, however long it was.
 */
export function isLongTermReceipt(benefitPeriods: readonly Period[], on: string): boolean {
  return isInReceipt(benefitPeriods, on) && longTermMonths(benefitPeriods, on) >= longTermReceipt.months;
}
