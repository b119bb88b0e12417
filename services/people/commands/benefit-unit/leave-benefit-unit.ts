import { membersOn, withMembers, type BenefitUnit, type BenefitUnitDecision } from '../../benefit-unit/benefit-unit.ts';
import { PeopleRefusal } from '../../refusal.ts';
import { unitUpdated } from './unit-updated.ts';

/** Ends a membership; `leftOn` is its last day. Leaving twice changes nothing. */
export function leaveBenefitUnit(
  unit: BenefitUnit,
  { personId, leftOn, today = leftOn }: { personId: string; leftOn: string; today?: string },
): BenefitUnitDecision {
  const memberships = unit.members.filter((member) => member.personId === personId);
  const leaving = memberships.find(({ to }) => to === undefined);
  if (!leaving) {
    if (memberships.length > 0) return { state: unit, events: [] };
    throw new PeopleRefusal('NOT_A_MEMBER', 'The person does not belong to this benefit unit.');
  }
  if (leftOn < leaving.from) throw new PeopleRefusal('INVALID_INPUT', 'is before the person joined.', 'leftOn');
  const state = withMembers(
    unit,
    unit.members.map((member) => (member === leaving ? { ...leaving, to: leftOn } : member)),
  );
  const remaining = membersOn(state, leftOn).filter((member) => member.personId !== personId);
  return { state, events: [unitUpdated(state, remaining, { on: leftOn, announcedOn: today })] };
}
