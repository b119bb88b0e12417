import type { PeopleEvent } from '#shared/contracts/people.ts';
import { hasDay } from '#shared/calendar/days.ts';
import type { Decision } from '#shared/documents/documents.ts';
import { birthDateOf, employableTime } from '../person/employable-age.ts';

export const memberRoles = ['APPLICANT', 'PARTNER', 'CHILD', 'PARENT', 'OTHER'] as const;
export type MemberRole = (typeof memberRoles)[number];
export const benefitEndReasons = [
  'WORK',
  'OTHER_INCOME',
  'MOVED_AWAY',
  'OTHER_BENEFIT',
  'NOT_NEEDY',
  'NOT_REACHABLE',
  'DECEASED',
  'UNKNOWN',
] as const;
export type BenefitEndReason = (typeof benefitEndReasons)[number];

/** Somebody in a unit. Days are included at both ends; without `to` the membership goes on. */
export type Member = {
  personId: string;
  role: MemberRole;
  from: string;
  to?: string;
  /** The fifteenth birthday; absent where nobody knew it on joining. */
  employableFrom?: string;
};
/** When somebody belongs to a unit. */
export type MemberTime = Pick<Member, 'from' | 'to'>;
export type UnitBenefit = { from: string; to?: string; reason?: BenefitEndReason };

/** A Bedarfsgemeinschaft (§7(3) SGB II): people who are in need together. */
export type BenefitUnit = {
  id: string;
  /** BG number; not the same as anybody's customer number. */
  number: string;
  municipality: string;
  formedOn: string;
  members: Member[];
  /** The people who joined and have no last day yet: the store keeps each of them to one unit. Absent for nobody. */
  present?: string[];
  /** In order, and without overlaps. */
  benefits: UnitBenefit[];
};

export type BenefitUnitDecision = Decision<BenefitUnit, Extract<PeopleEvent, { type: `benefitUnit.${string}` }>>;

/**
 * Returns the unit with these members. Somebody who joins is noted as present; members from before `present` was kept
 * are noted when they join again.
 */
export function withMembers({ present: noted = [], ...unit }: BenefitUnit, members: Member[]): BenefitUnit {
  const before = idsWithoutEnd(unit.members);
  const present = idsWithoutEnd(members).filter((id) => noted.includes(id) || !before.includes(id));
  return { ...unit, members, ...(present.length > 0 && { present }) };
}

const idsWithoutEnd = (members: readonly Member[]): string[] => idsOf(members.filter(({ to }) => to === undefined));

/** Returns who belongs to the unit on a day. */
export function membersOn({ members }: Pick<BenefitUnit, 'members'>, day: string): Member[] {
  return members.filter((member) => hasDay(member, day));
}

type MemberIdsByAge = { memberIds: string[]; employableMemberIds?: string[]; pastAgeLimitMemberIds?: string[] };

/**
 * Returns the members as events name them: all of them and, where the ages of all are known, those who are neither too
 * young nor past the age limit. Being too young is judged on the day of the announcement, not on the day that it is
 * about, which may be years ago: no later event would say that they came of age since, and the day itself would be that
 * of a birth. The age limit is judged on the day that it is about: a person who reached it later was a recipient then.
 * Those who have reached it by the announcement are named beside.
 */
export function memberIdsByAge(
  members: readonly Member[],
  { on, announcedOn }: { on: string; announcedOn: string },
): MemberIdsByAge {
  const aged = members.flatMap((member) =>
    member.employableFrom === undefined
      ? []
      : [{ ...member, time: employableTime(birthDateOf(member.employableFrom)) }],
  );
  if (members.length === 0 || aged.length < members.length) return { memberIds: idsOf(members) };
  const employable = aged.filter(({ time }) => time.from <= announcedOn && on <= time.to);
  const past = aged.filter(({ time }) => time.to < announcedOn);
  return {
    memberIds: idsOf(members),
    employableMemberIds: idsOf(employable),
    ...(past.length > 0 && { pastAgeLimitMemberIds: idsOf(past) }),
  };
}

const idsOf = (members: readonly Member[]): string[] => [...new Set(members.map(({ personId }) => personId))];

export const memberIdsOn = (unit: Pick<BenefitUnit, 'members'>, day: string): string[] => idsOf(membersOn(unit, day));
