import { dayBefore, type Period } from '#shared/calendar/days.ts';
import { findAll } from '#shared/documents/find-all.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { timesElsewhere } from '../../benefit-unit/membership.ts';
import { leaveBenefitUnit } from '../../commands/benefit-unit/leave-benefit-unit.ts';
import type { MatchedLine, Register } from './register.ts';

/**
 * Ends the membership of a person in this unit the day before the list has them under another BG number. A unit joined
 * since then is newer than the list and stays.
 */
export function leaveFormerUnit(
  unit: BenefitUnit,
  { personId, from }: { personId: string; from: string },
): BenefitUnitDecision {
  const isLeaving = unit.members.some(
    (member) => member.personId === personId && member.to === undefined && member.from < from,
  );
  return isLeaving ? leaveBenefitUnit(unit, { personId, leftOn: dayBefore(from) }) : { state: unit, events: [] };
}

/** A unit that a person leaves, because from a day on they are listed under another BG number. */
export type FormerUnit = { unit: BenefitUnit; personId: string; from: string };

/** The units these people leave, and by person when they belong to units with another number. */
type FormerMemberships = { formerUnits: FormerUnit[]; elsewhere: ReadonlyMap<string, Period[]> };

export async function findFormerUnits(
  { benefitUnits }: Register,
  lines: readonly MatchedLine[],
): Promise<FormerMemberships> {
  const listed = new Map(
    lines.filter(({ registered }) => registered !== null).map((line) => [line.personId, line.recipient]),
  );
  const units =
    listed.size === 0 ? [] : await findAll(benefitUnits, { 'members.personId': { in: [...listed.keys()] } });
  const formerUnits: FormerUnit[] = [];
  const elsewhere = new Map<string, Period[]>();
  for (const [personId, { benefitUnitNumber, benefitSince: from }] of listed) {
    for (const unit of units.filter(
      ({ number, members }) => number !== benefitUnitNumber && members.some((member) => member.personId === personId),
    )) {
      const leaving = leaveFormerUnit(unit, { personId, from });
      if (leaving.events.length > 0) formerUnits.push({ unit, personId, from });
      elsewhere.set(personId, [...(elsewhere.get(personId) ?? []), ...timesElsewhere(personId, [leaving.state], '')]);
    }
  }
  return { formerUnits, elsewhere };
}
