import { Refusal } from '#shared/refusal.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../benefit-unit.ts';
import { assertNotInFuture } from './assert-dates.ts';

/** The unit needs benefit from a day on. Refused with BENEFIT_OVERLAPS where it is in receipt already. */
export function startBenefit(unit: BenefitUnit, { startedOn, today }: { startedOn: string; today: string }): BenefitUnitDecision {
  assertNotInFuture('startedOn', startedOn, today);
  if (unit.benefits.some(({ from }) => from === startedOn)) return { state: unit, events: [] };
  if (unit.benefits.some(({ to }) => to === undefined || to >= startedOn)) throw new Refusal('BENEFIT_OVERLAPS', 'The unit is in receipt of benefit on that day already, or was later.');
  return {
    state: { ...unit, benefits: [...unit.benefits, { from: startedOn }] },
    events: [{ type: 'benefitUnit.benefitStarted', data: { benefitUnitId: unit.id, municipality: unit.municipality, startedOn } }],
  };
}
