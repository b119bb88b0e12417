import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { sayBenefits } from './say-benefits.ts';

/** The unit needs benefit from a day on. Refused with BENEFIT_OVERLAPS where it was in receipt then or later: what has no end goes on for all of that time. */
export function startBenefit(
  unit: BenefitUnit,
  { startedOn, today }: { startedOn: string; today: string },
): BenefitUnitDecision {
  assertNotInFuture('startedOn', startedOn, today);
  if (unit.benefits.some(({ from }) => from === startedOn)) return { state: unit, events: [] };
  if (unit.benefits.some(({ to }) => to === undefined || to >= startedOn)) {
    throw new Refusal(
      'BENEFIT_OVERLAPS',
      'The unit was in receipt on that day, or later; a time that has ended is entered with its last day.',
    );
  }
  return sayBenefits(unit, [...unit.benefits, { from: startedOn }], today);
}
