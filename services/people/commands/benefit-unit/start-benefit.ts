import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { PeopleRefusal } from '../../refusal.ts';
import { replaceBenefits } from './replace-benefits.ts';

/**
 * Starts the receipt of benefit on a day. Refused with BENEFIT_OVERLAPS where the unit was in receipt then or later:
 * what has no end goes on for all of that time.
 */
export function startBenefit(
  unit: BenefitUnit,
  { startedOn, today }: { startedOn: string; today: string },
): BenefitUnitDecision {
  assertNotInFuture('startedOn', startedOn, today);
  if (unit.benefits.some(({ from }) => from === startedOn)) return { state: unit, events: [] };
  if (unit.benefits.some(({ to }) => to === undefined || to >= startedOn)) {
    throw new PeopleRefusal(
      'BENEFIT_OVERLAPS',
      'The unit was in receipt on that day, or later; a time that has ended is entered with its last day.',
    );
  }
  return replaceBenefits(unit, [...unit.benefits, { from: startedOn }], today);
}
