import type { BenefitEndReason, BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { PeopleRefusal } from '../../refusal.ts';
import { replaceBenefits } from './replace-benefits.ts';

export type EndBenefit = { endedOn: string; reason: BenefitEndReason; today: string };

/**
 * Ends the receipt of benefit; `endedOn` is its last day. Ending twice changes nothing; with another reason on the same
 * day that one is right, e.g. once it is known. Refused with NO_BENEFIT where none goes on.
 */
export function endBenefit(unit: BenefitUnit, { endedOn, reason, today }: EndBenefit): BenefitUnitDecision {
  const ending = unit.benefits.find(({ to }) => to === endedOn) ?? unit.benefits.find(({ to }) => to === undefined);
  if (!ending) throw new PeopleRefusal('NO_BENEFIT', 'The unit is not in receipt of benefit.');
  if (endedOn < ending.from) throw new PeopleRefusal('INVALID_INPUT', 'is before the benefit began.', 'endedOn');
  return replaceBenefits(
    unit,
    unit.benefits.map((benefit) => (benefit === ending ? { from: benefit.from, to: endedOn, reason } : benefit)),
    today,
  );
}
