import {
  memberIdsByAge,
  type BenefitUnit,
  type BenefitUnitDecision,
  type Member,
} from '../../benefit-unit/benefit-unit.ts';

/** Makes the event that tells who belongs to the unit, and where it lives, on a day. */
export function unitUpdated(
  { id, municipality }: BenefitUnit,
  members: readonly Member[],
  { on, announcedOn }: { on: string; announcedOn: string },
): BenefitUnitDecision['events'][number] {
  return {
    type: 'benefitUnit.updated',
    data: { benefitUnitId: id, municipality, updatedOn: on, ...memberIdsByAge(members, { on, announcedOn }) },
  };
}
