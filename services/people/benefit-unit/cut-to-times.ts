import type { Period } from '#shared/calendar/days.ts';
import { mergePeriods } from '#shared/calendar/periods.ts';
import { overlap } from './benefit-months.ts';
import type { BenefitUnit, Member, MemberTime, UnitBenefit } from './benefit-unit.ts';

/**
 * A unit as the caller may see it. A caller who may know only somebody who has left does not learn where the unit lives
 * now.
 */
export type VisibleUnit = Omit<BenefitUnit, 'municipality' | 'present'> & { municipality?: string };

/**
 * Returns what of the unit concerns somebody who belonged to it in these times. What came after, or before, is no
 * business of theirs.
 */
export function cutToTimes(
  { municipality: _municipality, present: _present, ...unit }: BenefitUnit,
  memberships: readonly Period[],
): VisibleUnit {
  const times = mergePeriods(memberships);
  return {
    ...unit,
    members: unit.members.flatMap((member) => cut<Member>(member, times)),
    benefits: unit.benefits.flatMap((benefit) => cutBenefit(benefit, times)),
  };
}

/** The reason belongs to the end: a part that ends earlier has none. */
function cutBenefit(benefit: UnitBenefit, times: readonly Period[]): UnitBenefit[] {
  return cut<UnitBenefit>(benefit, times).map(({ reason, ...part }) => {
    const isEnd = part.to === benefit.to && reason !== undefined;
    return isEnd ? { ...part, reason } : part;
  });
}

function cut<Part extends MemberTime>({ from, to, ...facts }: Part, times: readonly Period[]): Part[] {
  const whole = { from, ...(to !== undefined && { to }) };
  const parts = times.flatMap((time) => overlap(whole, time) ?? []);
  // The same facts with other days: `facts` and the two days are all fields of a part.
  return parts.map((part) => ({ ...facts, ...part }) as unknown as Part);
}
