import { dayBefore } from '#shared/calendar/days.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { leaveBenefitUnit } from '../../commands/benefit-unit/leave-benefit-unit.ts';

/** A person who is listed under another BG number from a day on left this unit the day before. A unit joined since then is newer than the list and stays. */
export function leaveFor(
  unit: BenefitUnit,
  { personId, from }: { personId: string; from: string },
): BenefitUnitDecision {
  const left = unit.members.some(
    (member) => member.personId === personId && member.to === undefined && member.from < from,
  );
  return left ? leaveBenefitUnit(unit, { personId, leftOn: dayBefore(from) }) : { state: unit, events: [] };
}
