import { membersOn, membersSaid, type BenefitUnit, type BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';

/** The unit lives in another municipality from now on. Its members move with `movePerson`, each with an address of their own. */
export function moveBenefitUnit(
  unit: BenefitUnit,
  { municipality, on }: { municipality: string; on: string },
): BenefitUnitDecision {
  if (unit.municipality === municipality) return { state: unit, events: [] };
  const state = { ...unit, municipality };
  return {
    state,
    events: [
      {
        type: 'benefitUnit.updated',
        data: {
          benefitUnitId: unit.id,
          municipality,
          updatedOn: on,
          ...membersSaid(membersOn(state, on), { on, saidOn: on }),
        },
      },
    ],
  };
}
