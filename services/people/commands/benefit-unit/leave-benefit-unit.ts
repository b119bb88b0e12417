import { Refusal } from '#shared/refusal.ts';
import {
  membersOn,
  membersSaid,
  withMembers,
  type BenefitUnit,
  type BenefitUnitDecision,
} from '../../benefit-unit/benefit-unit.ts';

/** `leftOn` is the last day in the unit. Leaving twice changes nothing. */
export function leaveBenefitUnit(
  unit: BenefitUnit,
  { personId, leftOn, today = leftOn }: { personId: string; leftOn: string; today?: string },
): BenefitUnitDecision {
  const member = unit.members.find((each) => each.personId === personId && each.to === undefined);
  if (!member) {
    if (unit.members.some((each) => each.personId === personId)) return { state: unit, events: [] };
    throw new Refusal('NOT_A_MEMBER', 'The person does not belong to this benefit unit.');
  }
  if (leftOn < member.from) throw new Refusal('INVALID_INPUT', 'leftOn: is before the person joined.');
  const state = withMembers(
    unit,
    unit.members.map((each) => (each === member ? { ...member, to: leftOn } : each)),
  );
  const stayed = membersOn(state, leftOn).filter((each) => each.personId !== personId);
  return {
    state,
    events: [
      {
        type: 'benefitUnit.updated',
        data: {
          benefitUnitId: unit.id,
          municipality: unit.municipality,
          updatedOn: leftOn,
          ...membersSaid(stayed, { on: leftOn, saidOn: today }),
        },
      },
    ],
  };
}
