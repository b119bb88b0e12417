import { Refusal } from '#shared/refusal.ts';
import { memberIdsOn, type BenefitEndReason, type BenefitUnit, type BenefitUnitDecision } from '../benefit-unit.ts';

/** `endedOn` is the last day with benefit. Ending twice changes nothing. Refused with NO_BENEFIT where none goes on. */
export function endBenefit(unit: BenefitUnit, { endedOn, reason }: { endedOn: string; reason: BenefitEndReason }): BenefitUnitDecision {
  if (unit.benefits.some(({ to }) => to === endedOn)) return { state: unit, events: [] };
  const open = unit.benefits.find(({ to }) => to === undefined);
  if (!open) throw new Refusal('NO_BENEFIT', 'The unit is not in receipt of benefit.');
  if (endedOn < open.from) throw new Refusal('INVALID_INPUT', 'endedOn: is before the benefit began.');
  return {
    state: { ...unit, benefits: unit.benefits.map((benefit) => (benefit === open ? { ...open, to: endedOn, reason } : benefit)) },
    events: [{ type: 'benefitUnit.benefitEnded', data: { benefitUnitId: unit.id, municipality: unit.municipality, endedOn, reason, memberIds: memberIdsOn(unit, endedOn) } }],
  };
}
