import { hasDay } from '#shared/calendar/days.ts';
import { isLongTermReceipt } from '#shared/funding/long-term-receipt.ts';
import type { Period } from '../benefit-unit/benefit-months.ts';
import { employableTime } from './employable-age.ts';

/** Langzeitleistungsbezug is something only employable recipients have (§6 of the key figures ordinance): on the day, their age has to allow it. */
export function isLongTermRecipient(
  { birthDate }: { birthDate: string },
  benefitPeriods: readonly Period[],
  on: string,
): boolean {
  return hasDay(employableTime(birthDate), on) && isLongTermReceipt(benefitPeriods, on);
}
