import { Refusal } from '#shared/refusal.ts';
import type { BenefitEndReason, BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { sayBenefits } from './say-benefits.ts';

export type EndBenefit = { endedOn: string; reason: BenefitEndReason; today: string };

/**
 * `endedOn` is the last day with benefit. Ending twice changes nothing; with another reason on the same day that one is
 * right, e.g. once it is known. Refused with NO_BENEFIT where none goes on.
 */
export function endBenefit(unit: BenefitUnit, { endedOn, reason, today }: EndBenefit): BenefitUnitDecision {
  const ending = unit.benefits.find(({ to }) => to === endedOn) ?? unit.benefits.find(({ to }) => to === undefined);
  if (!ending) throw new Refusal('NO_BENEFIT', 'The unit is not in receipt of benefit.');
  if (endedOn < ending.from) throw new Refusal('INVALID_INPUT', 'endedOn: is before the benefit began.');
  return sayBenefits(
    unit,
    unit.benefits.map((benefit) => (benefit === ending ? { from: benefit.from, to: endedOn, reason } : benefit)),
    today,
  );
}
