import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type {
  BenefitEndReason,
  BenefitUnit,
  BenefitUnitDecision,
  UnitBenefit,
} from '../../benefit-unit/benefit-unit.ts';
import { assertUnderSgb2 } from '../../benefit-unit/sgb2-day.ts';
import { assertInOrder } from '../../person/value-rules.ts';
import { PeopleRefusal } from '../../refusal.ts';
import { replaceBenefits } from './replace-benefits.ts';

/** More interruptions than any household has, and few enough to be announced at once. */
const MOST = 50;

/**
 * Records all times of receipt of the unit: earlier ones are entered, wrong ones put right. Refused with
 * BENEFIT_OVERLAPS where two of them share a day.
 */
export function recordBenefits(
  unit: BenefitUnit,
  { benefits, today }: { benefits: readonly UnitBenefit[]; today: string },
): BenefitUnitDecision {
  if (benefits.length > MOST) throw new PeopleRefusal('INVALID_INPUT', `at most ${MOST}.`, 'benefits');
  for (const { from, to, reason } of benefits) {
    assertUnderSgb2('benefits.from', from);
    assertNotInFuture('benefits.from', from, today);
    assertInOrder('benefits.to', from, to);
    if (to !== undefined) assertNotInFuture('benefits.to', to, today);
    if (to === undefined && reason !== undefined)
      throw new PeopleRefusal('INVALID_INPUT', 'goes with a last day.', 'benefits.reason');
  }
  assertApart(benefits);
  return replaceBenefits(
    unit,
    benefits.map(({ reason, ...benefit }) =>
      benefit.to === undefined ? benefit : { ...benefit, reason: reason ?? recordedReason(unit, benefit) },
    ),
    today,
  );
}

function assertApart(benefits: readonly UnitBenefit[]): void {
  const inOrder = benefits.toSorted((a, b) => a.from.localeCompare(b.from));
  const overlaps = inOrder.some((benefit, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && (before.to === undefined || before.to >= benefit.from);
  });
  if (overlaps) throw new PeopleRefusal('BENEFIT_OVERLAPS', 'Two of these times share a day.');
}

/** Returns why the time ended, as it was recorded: who enters another time does not have to know it. */
function recordedReason({ benefits }: BenefitUnit, { from, to }: UnitBenefit): BenefitEndReason {
  return benefits.find((recorded) => recorded.from === from && recorded.to === to)?.reason ?? 'UNKNOWN';
}
