import { earlier, later } from '#shared/calendar/days.ts';
import {
  membersOn,
  membersSaid,
  withMembers,
  type BenefitUnit,
  type BenefitUnitDecision,
  type Member,
} from '../../benefit-unit/benefit-unit.ts';
import { overlap, type Period } from '../../benefit-unit/benefit-months.ts';
import { assertNotElsewhere } from '../../benefit-unit/membership.ts';
import { assertInOrder } from './assert-in-order.ts';

/**
 * Somebody belongs to the unit from a day on, or belonged to it until another. Who belongs to it already, stays as they are;
 * an earlier begin than was known is brought forward. `elsewhere` is when they belonged to other units.
 */
export function joinBenefitUnit(
  unit: BenefitUnit,
  joining: Member,
  { elsewhere = [], today = joining.from }: { elsewhere?: readonly Period[]; today?: string } = {},
): BenefitUnitDecision {
  assertInOrder('leftOn', joining.from, joining.to);
  const own = unit.members.filter(({ personId }) => personId === joining.personId);
  if (own.some((known) => covers(known, joining))) return { state: unit, events: [] };

  const next = own.filter(({ from }) => from > joining.from).sort((a, b) => a.from.localeCompare(b.from))[0];
  const to = joining.to ?? next?.to;
  const time = { ...joining, ...(to !== undefined && { to }) };
  assertNotElsewhere(elsewhere, time);
  const touching = own.filter((known) => overlap(known, time) !== undefined);
  const joined = touching.reduce(together, time);
  const state = withMembers(unit, replaced(unit.members, touching, joined));
  return { state, events: sayMembership(state, joined, today) };
}

/** In the place of the first of those that became one; at the end where there was none. */
function replaced(members: readonly Member[], touching: readonly Member[], joined: Member): Member[] {
  const [first] = touching;
  if (first === undefined) return [...members, joined];
  return members
    .filter((member) => member === first || !touching.includes(member))
    .map((member) => (member === first ? joined : member));
}

/** Joined again from a day on which they belonged to it, nobody becomes more of a member. */
function covers(known: Member, { from, to }: Member): boolean {
  if (known.from > from || (known.to !== undefined && known.to < from)) return false;
  return to === undefined || known.to === undefined || known.to >= to;
}

/** One time made of two, under the role that was known. */
function together(time: Member, known: Member): Member {
  const { from, to, role } = known;
  const { to: _end, ...begun } = { ...known, ...time, role, from: earlier(from, time.from) };
  const ends = time.to === undefined || to === undefined ? undefined : later(time.to, to);
  return ends === undefined ? begun : { ...begun, to: ends };
}

/** Who belongs to it from that day, and, if they have left again, who remained. */
function sayMembership(
  unit: BenefitUnit,
  { personId, from, to }: Member,
  saidOn: string,
): BenefitUnitDecision['events'] {
  const household = (updatedOn: string, members: readonly Member[]): BenefitUnitDecision['events'][number] => ({
    type: 'benefitUnit.updated',
    data: {
      benefitUnitId: unit.id,
      municipality: unit.municipality,
      updatedOn,
      ...membersSaid(members, { on: updatedOn, saidOn }),
    },
  });
  return [
    household(from, membersOn(unit, from)),
    ...(to === undefined
      ? []
      : [
          household(
            to,
            membersOn(unit, to).filter((member) => member.personId !== personId),
          ),
        ]),
  ];
}
