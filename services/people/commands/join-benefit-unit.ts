import { memberIdsOn, type BenefitUnit, type BenefitUnitDecision, type Member } from '../benefit-unit.ts';

/** Somebody belongs to the unit from a day on. Who belongs to it already, stays as they are. */
export function joinBenefitUnit(unit: BenefitUnit, joining: Omit<Member, 'to'>): BenefitUnitDecision {
  const belongs = unit.members.some(({ personId, to }) => personId === joining.personId && (to === undefined || to >= joining.from));
  if (belongs) return { state: unit, events: [] };
  const state = { ...unit, members: [...unit.members, joining] };
  return {
    state,
    events: [{ type: 'benefitUnit.updated', data: { benefitUnitId: unit.id, municipality: unit.municipality, updatedOn: joining.from, memberIds: memberIdsOn(state, joining.from) } }],
  };
}
