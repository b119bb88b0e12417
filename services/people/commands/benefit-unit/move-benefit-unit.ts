import { membersOn, type BenefitUnit, type BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { unitUpdated } from './unit-updated.ts';

/**
 * Moves the unit to another municipality from now on. Its members move with `movePerson`, each with an address of their
 * own.
 */
export function moveBenefitUnit(
  unit: BenefitUnit,
  { municipality, on }: { municipality: string; on: string },
): BenefitUnitDecision {
  if (unit.municipality === municipality) return { state: unit, events: [] };
  const state = { ...unit, municipality };
  return { state, events: [unitUpdated(state, membersOn(state, on), { on, announcedOn: on })] };
}
