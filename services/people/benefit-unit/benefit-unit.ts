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

/** Days are included at both ends; without `to` it goes on. `employableFrom`: see there; absent where nobody knew it on joining. */
export type Member = { personId: string; role: MemberRole; from: string; to?: string; employableFrom?: string };
export type UnitBenefit = { from: string; to?: string; reason?: BenefitEndReason };

/** Bedarfsgemeinschaft (§7(3) SGB II): who is in need together, and since when. */
export type BenefitUnit = {
  id: string;
  /** BG number; not the same as anybody's customer number. */
  number: string;
  municipality: string;
  formedOn: string;
  members: Member[];
  /** Who joined and has no last day yet: the store keeps each of them to one unit. Absent where that is nobody. */
  present?: string[];
  /** In order, and without overlaps. */
  benefits: UnitBenefit[];
};

export type BenefitUnitDecision = Decision<BenefitUnit, Extract<PeopleEvent, { type: `benefitUnit.${string}` }>>;

/** The unit with these members. Who joins is noted as present; who was there before anybody noted it stays out until then. */
export function withMembers({ present: noted = [], ...unit }: BenefitUnit, members: Member[]): BenefitUnit {
  const before = stillThere(unit.members);
  const present = stillThere(members).filter((id) => noted.includes(id) || !before.includes(id));
  return { ...unit, members, ...(present.length > 0 && { present }) };
}

const stillThere = (members: readonly Member[]): string[] => [
  ...new Set(members.filter(({ to }) => to === undefined).map(({ personId }) => personId)),
];

/** Who lives in it on a day. */
export function membersOn({ members }: Pick<BenefitUnit, 'members'>, day: string): Member[] {
  return members.filter((member) => hasDay(member, day));
}

type MembersSaid = { memberIds: string[]; employableMemberIds?: string[]; pastAgeLimitMemberIds?: string[] };

/**
 * What events say of these members: who they are, and where the ages of all are known, which of them are neither too young nor past
 * the age limit. Whether somebody is too young is judged on the day it is said, not on the day it is about, which may be years ago:
 * no later event would say that they came of age since, and the day itself would be that of a birth. The age limit is judged on the
 * day it is about: a person who reached it later was a recipient then. Those who have reached it by now are named beside.
 */
export function membersSaid(members: readonly Member[], { on, saidOn }: { on: string; saidOn: string }): MembersSaid {
  const aged = members.flatMap((member) =>
    member.employableFrom === undefined
      ? []
      : [{ ...member, time: employableTime(birthDateOf(member.employableFrom)) }],
  );
  if (members.length === 0 || aged.length < members.length) return { memberIds: idsOf(members) };
  const employable = aged.filter(({ time }) => time.from <= saidOn && on <= time.to);
  const past = aged.filter(({ time }) => time.to < saidOn);
  return {
    memberIds: idsOf(members),
    employableMemberIds: idsOf(employable),
    ...(past.length > 0 && { pastAgeLimitMemberIds: idsOf(past) }),
  };
}

const idsOf = (members: readonly Member[]): string[] => [...new Set(members.map(({ personId }) => personId))];

export const memberIdsOn = (unit: Pick<BenefitUnit, 'members'>, day: string): string[] => idsOf(membersOn(unit, day));
