import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type {
  BenefitEndReason,
  BenefitUnit,
  BenefitUnitDecision,
  UnitBenefit,
} from '../../benefit-unit/benefit-unit.ts';
import { assertInOrder } from './assert-in-order.ts';
import { sayBenefits } from './say-benefits.ts';

/** More interruptions than any household has, and few enough to be said at once. */
const MOST = 50;

/** All times of receipt of the unit: earlier ones are entered, wrong ones put right. Refused with BENEFIT_OVERLAPS where two of them share a day. */
export function recordBenefits(
  unit: BenefitUnit,
  { benefits, today }: { benefits: readonly UnitBenefit[]; today: string },
): BenefitUnitDecision {
  if (benefits.length > MOST) throw new Refusal('INVALID_INPUT', `benefits: at most ${MOST}.`);
  for (const { from, to, reason } of benefits) {
    assertNotInFuture('benefits.from', from, today);
    assertInOrder('benefits.to', from, to);
    if (to !== undefined) assertNotInFuture('benefits.to', to, today);
    if (to === undefined && reason !== undefined)
      throw new Refusal('INVALID_INPUT', 'benefits.reason: goes with a last day.');
  }
  assertApart(benefits);
  return sayBenefits(
    unit,
    benefits.map(({ reason, ...benefit }) =>
      benefit.to === undefined ? benefit : { ...benefit, reason: reason ?? knownReason(unit, benefit) },
    ),
    today,
  );
}

function assertApart(benefits: readonly UnitBenefit[]): void {
  const inOrder = benefits.toSorted((a, b) => a.from.localeCompare(b.from));
  const overlaps = inOrder.some(({ from }, at) => {
    const before = inOrder[at - 1];
    return before !== undefined && (before.to === undefined || before.to >= from);
  });
  if (overlaps) throw new Refusal('BENEFIT_OVERLAPS', 'Two of these times share a day.');
}

/** Who enters another time does not have to know why this one ended. */
function knownReason({ benefits }: BenefitUnit, { from, to }: UnitBenefit): BenefitEndReason {
  return benefits.find((known) => known.from === from && known.to === to)?.reason ?? 'UNKNOWN';
}
