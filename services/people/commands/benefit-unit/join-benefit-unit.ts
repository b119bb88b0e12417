import { earlier, later, type Period } from '#shared/calendar/days.ts';
import {
  membersOn,
  withMembers,
  type BenefitUnit,
  type BenefitUnitDecision,
  type Member,
} from '../../benefit-unit/benefit-unit.ts';
import { assertOneApplicant } from '../../benefit-unit/applicant.ts';
import { overlap } from '../../benefit-unit/benefit-months.ts';
import { assertNotElsewhere } from '../../benefit-unit/membership.ts';
import { assertInOrder } from '../../person/value-rules.ts';
import { unitUpdated } from './unit-updated.ts';

/**
 * Adds somebody to the unit from a day on, or for a time that is over. A current member stays as they are; an earlier
 * beginning than the one recorded is brought forward. `elsewhere` is when they belonged to other units.
 */
export function joinBenefitUnit(
  unit: BenefitUnit,
  joining: Member,
  { elsewhere = [], today = joining.from }: { elsewhere?: readonly Period[]; today?: string } = {},
): BenefitUnitDecision {
  assertInOrder('leftOn', joining.from, joining.to);
  const own = unit.members.filter(({ personId }) => personId === joining.personId);
  if (own.some((recorded) => covers(recorded, joining))) return { state: unit, events: [] };

  const next = own.filter(({ from }) => from > joining.from).sort((a, b) => a.from.localeCompare(b.from))[0];
  const to = joining.to ?? next?.to;
  const time = { ...joining, ...(to !== undefined && { to }) };
  assertNotElsewhere(elsewhere, time);
  const touching = own.filter((recorded) => overlap(recorded, time) !== undefined);
  if (touching.length === 0) assertOneApplicant(unit.members, time);
  const membership = touching.reduce(lengthened, time);
  const state = withMembers(unit, withMembership(unit.members, touching, membership));
  return { state, events: membershipEvents(state, membership, today) };
}

/** Puts the membership in the place of the first of those that became one; at the end where there was none. */
function withMembership(members: readonly Member[], touching: readonly Member[], membership: Member): Member[] {
  const [first] = touching;
  if (first === undefined) return [...members, membership];
  return members
    .filter((member) => member === first || !touching.includes(member))
    .map((member) => (member === first ? membership : member));
}

/** True when joining again, from a day on which they belonged to the unit, adds no day to the membership. */
function covers(recorded: Member, { from, to }: Member): boolean {
  if (recorded.from > from || (recorded.to !== undefined && recorded.to < from)) return false;
  return to === undefined || recorded.to === undefined || recorded.to >= to;
}

/** Makes one membership of two, under the role that was recorded. */
function lengthened(time: Member, recorded: Member): Member {
  const { from, to, role } = recorded;
  const { to: _end, ...begun } = { ...recorded, ...time, role, from: earlier(from, time.from) };
  const end = time.to === undefined || to === undefined ? undefined : later(time.to, to);
  return end === undefined ? begun : { ...begun, to: end };
}

/** Tells who belongs to the unit from the first day and, where the membership is over, who remained. */
function membershipEvents(
  unit: BenefitUnit,
  { personId, from, to }: Member,
  announcedOn: string,
): BenefitUnitDecision['events'] {
  const joined = unitUpdated(unit, membersOn(unit, from), { on: from, announcedOn });
  if (to === undefined) return [joined];
  const remaining = membersOn(unit, to).filter((member) => member.personId !== personId);
  return [joined, unitUpdated(unit, remaining, { on: to, announcedOn })];
}
