import { merged, overlap, type Period } from './benefit-months.ts';
import type { BenefitUnit, Member, UnitBenefit } from './benefit-unit.ts';

/** A unit as somebody sees it. Where it lives now is not for who knows only somebody who has left. */
export type SeenUnit = Omit<BenefitUnit, 'municipality' | 'present'> & { municipality?: string };

/** Of a unit, what concerns somebody who belonged to it in these times: what came after, or before, is no business of theirs. */
export function withinTimes(
  { municipality: _home, present: _now, ...unit }: BenefitUnit,
  given: readonly Period[],
): SeenUnit {
  const times = merged(given);
  return {
    ...unit,
    members: unit.members.flatMap((member) => cut<Member>(member, times)),
    benefits: unit.benefits.flatMap((benefit) => partsOf(benefit, times)),
  };
}

/** The reason belongs to the end: a part that ends earlier has none. */
function partsOf(benefit: UnitBenefit, times: readonly Period[]): UnitBenefit[] {
  return cut<UnitBenefit>(benefit, times).map(({ reason, ...part }) => {
    const isEnd = part.to === benefit.to && reason !== undefined;
    return isEnd ? { ...part, reason } : part;
  });
}

function cut<Part extends Period>({ from, to, ...rest }: Part, times: readonly Period[]): Part[] {
  const whole = { from, ...(to !== undefined && { to }) };
  const shared = times.flatMap((time) => overlap(whole, time) ?? []);
  // The same facts with other days.
  return shared.map((part) => ({ ...rest, ...part }) as unknown as Part);
}
