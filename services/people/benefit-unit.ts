import type { PeopleEvent } from '#shared/contracts/people.ts';
import { birthday, hasDay } from '#shared/days.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const memberRoles = ['APPLICANT', 'PARTNER', 'CHILD', 'PARENT', 'OTHER'] as const;
export type MemberRole = (typeof memberRoles)[number];
export const benefitEndReasons = ['WORK', 'OTHER_INCOME', 'MOVED_AWAY', 'OTHER_BENEFIT', 'NOT_NEEDY', 'NOT_REACHABLE', 'DECEASED', 'UNKNOWN'] as const;
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

const stillThere = (members: readonly Member[]): string[] => [...new Set(members.filter(({ to }) => to === undefined).map(({ personId }) => personId))];

/** Who lives in it on a day. */
export function membersOn({ members }: Pick<BenefitUnit, 'members'>, day: string): Member[] {
  return members.filter((member) => hasDay(member, day));
}

/** From the fifteenth birthday on a person may be an employable recipient (§7(1) SGB II). */
export const EMPLOYABLE_AGE = 15;

export function employableFrom(birthDate: string): string {
  return birthday(birthDate, EMPLOYABLE_AGE);
}

/**
 * What events say of these members: who they are, and who of them is old enough to work on the day on which it is said, where
 * that is known of all. Not on the day it is about, which may be years ago: nothing would be said of them when they came of age
 * since, and the day itself would be that of a birth.
 */
export function membersSaid(members: readonly Member[], saidOn: string): { memberIds: string[]; employableMemberIds?: string[] } {
  const old = members.filter((member) => (member.employableFrom ?? '') <= saidOn);
  const isKnown = members.length > 0 && members.every((member) => member.employableFrom !== undefined);
  return { memberIds: idsOf(members), ...(isKnown && { employableMemberIds: idsOf(old) }) };
}

const idsOf = (members: readonly Member[]): string[] => [...new Set(members.map(({ personId }) => personId))];

export const memberIdsOn = (unit: Pick<BenefitUnit, 'members'>, day: string): string[] => idsOf(membersOn(unit, day));
