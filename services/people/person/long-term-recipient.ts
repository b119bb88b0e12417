import { hasDay, type Period } from '#shared/calendar/days.ts';
import { isLongTermReceipt } from '#shared/funding/long-term-receipt.ts';
import { employableTime } from './employable-age.ts';

/**
 * True when the person is a long-term recipient on the day. Only employable recipients are (§6 of the key figures
 * ordinance): their age has to allow it on that day.
 */
export function isLongTermRecipient(
  { birthDate }: { birthDate: string },
  benefitPeriods: readonly Period[],
  on: string,
): boolean {
  return hasDay(employableTime(birthDate), on) && isLongTermReceipt(benefitPeriods, on);
}
