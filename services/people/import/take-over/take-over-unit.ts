import { hasDay, later, type Period } from '#shared/calendar/days.ts';
import { hasOtherApplicant } from '../../benefit-unit/applicant.ts';
import { overlap } from '../../benefit-unit/benefit-months.ts';
import type { BenefitUnit, BenefitUnitDecision, Member, MemberRole } from '../../benefit-unit/benefit-unit.ts';
import { roomFrom } from '../../benefit-unit/membership.ts';
import { endBenefit } from '../../commands/benefit-unit/end-benefit.ts';
import { formBenefitUnit } from '../../commands/benefit-unit/form-benefit-unit.ts';
import { joinBenefitUnit } from '../../commands/benefit-unit/join-benefit-unit.ts';
import { moveBenefitUnit } from '../../commands/benefit-unit/move-benefit-unit.ts';
import { replaceBenefits } from '../../commands/benefit-unit/replace-benefits.ts';
import { startBenefit } from '../../commands/benefit-unit/start-benefit.ts';
import { employableFrom } from '../../person/employable-age.ts';
import { inSequence } from '../plan/in-sequence.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';

/** A line about a person, and when they belong to units with another number. */
type ListedMember = { personId: string; recipient: ListedRecipient; elsewhere?: readonly Period[] };
/** The lines of a list that share a BG number; at least one, and all of them have the same benefit. */
export type TakeOverUnit = { unitId: string; members: readonly ListedMember[]; today: string };

type UnitEvent = BenefitUnitDecision['events'][number];

/** Forms the benefit unit of these recipients, or brings the registered one to what the list says. */
export function takeOverUnit(
  registered: BenefitUnit | null,
  { unitId, members, today }: TakeOverUnit,
): BenefitUnitDecision {
  // The unit has its benefit from the earliest line on: children were born into it.
  const [first] = members.toSorted((a, b) => a.recipient.benefitSince.localeCompare(b.recipient.benefitSince));
  if (!first) throw new Error('a benefit unit without a line');
  const { benefitUnitNumber: number, municipality, benefitSince, benefitUntil } = first.recipient;
  const listed = withOneApplicant(registered?.members ?? [], members.flatMap(membershipOf));
  const founders = listed.filter(({ from, to }) => from === benefitSince && to === undefined);
  return inSequence<BenefitUnit, UnitEvent>(
    formBenefitUnit(registered, { id: unitId, number, municipality, formedOn: benefitSince, members: founders, today }),
    (unit) => moveBenefitUnit(unit, { municipality, on: today }),
    ...listed.map(
      (member) => (unit: BenefitUnit) =>
        isMember(unit, member) ? { state: unit, events: [] } : joinBenefitUnit(unit, member, { today }),
    ),
    (unit) =>
      isEarlierTime(unit, first.recipient)
        ? enterEarlierTime(unit, { listed, time: { from: benefitSince, to: benefitUntil ?? benefitSince }, today })
        : bringReceiptUpToDate(unit, first.recipient, today),
  );
}

type ListedTime = Omit<Member, 'role'> & { role?: MemberRole };

/** Returns when the list puts a person into the unit, as far as other units leave room. */
function membershipOf({ personId, recipient, elsewhere = [] }: ListedMember): ListedTime[] {
  const { role, benefitSince, birthDate } = recipient;
  const time = roomFrom(later(benefitSince, birthDate), elsewhere);
  return time ? [{ personId, ...(role && { role }), ...time, employableFrom: employableFrom(birthDate) }] : [];
}

/** Gives everybody a role. Lists without roles name the applicant first; a unit that has one gets no second. */
function withOneApplicant(registered: readonly Member[], listed: readonly ListedTime[]): Member[] {
  const named = listed.some(({ role }) => role === 'APPLICANT');
  return listed.reduce<Member[]>((members, { role, ...member }, index) => {
    const wanted = role ?? (index === 0 && !named ? 'APPLICANT' : 'OTHER');
    const isSecond = wanted === 'APPLICANT' && hasOtherApplicant([...registered, ...members], member);
    return [...members, { ...member, role: isSecond ? 'OTHER' : wanted }];
  }, []);
}

/** True when the person belongs to the unit. The list has the begin of the benefit, not the day they joined. */
function isMember({ members }: BenefitUnit, { personId, from }: Member): boolean {
  return members.some((member) => member.personId === personId && (member.to === undefined || member.to >= from));
}

/**
 * Starts and ends the benefit as the list says. Receipt that is registered is not started again; one that began before
 * the registered one and goes on stays out: see `contradictedReceipt`.
 */
function bringReceiptUpToDate(
  unit: BenefitUnit,
  { benefitSince, benefitUntil }: ListedRecipient,
  today: string,
): BenefitUnitDecision {
  const isRegistered = isInReceipt(unit, benefitSince);
  if (!isRegistered && laterReceipt(unit, benefitSince) !== undefined) return { state: unit, events: [] };
  return inSequence<BenefitUnit, UnitEvent>(
    isRegistered ? { state: unit, events: [] } : startBenefit(unit, { startedOn: benefitSince, today }),
    (started) => {
      const open = started.benefits.find(({ to }) => to === undefined);
      if (!open || benefitUntil === undefined || benefitUntil < open.from) return { state: started, events: [] };
      return endBenefit(started, { endedOn: benefitUntil, reason: 'UNKNOWN', today });
    },
  );
}

type EarlierTime = { listed: readonly Member[]; time: { from: string; to: string }; today: string };

/**
 * Enters a time of receipt that had ended before the registered one. The people on the list had it, whenever the
 * register has them join.
 */
function enterEarlierTime(unit: BenefitUnit, { listed, time, today }: EarlierTime): BenefitUnitDecision {
  const membersThen = listed.flatMap((member) => {
    const shared = overlap(member, time);
    return shared ? [{ ...member, ...shared }] : [];
  });
  return inSequence<BenefitUnit, UnitEvent>(
    { state: unit, events: [] },
    ...membersThen.map((member) => (joined: BenefitUnit) => joinBenefitUnit(joined, member, { today })),
    (joined) => replaceBenefits(joined, [...joined.benefits, { ...time, reason: 'UNKNOWN' }], today),
  );
}

function isEarlierTime(unit: BenefitUnit, { benefitSince, benefitUntil }: ListedRecipient): boolean {
  const later = laterReceipt(unit, benefitSince);
  return later !== undefined && benefitUntil !== undefined && benefitUntil < later && !isInReceipt(unit, benefitSince);
}

function isInReceipt({ benefits }: BenefitUnit, day: string): boolean {
  return benefits.some((benefit) => hasDay(benefit, day));
}

/** Returns the first begin of a registered receipt after a day. */
function laterReceipt({ benefits }: BenefitUnit, day: string): string | undefined {
  return benefits
    .map(({ from }) => from)
    .filter((from) => from > day)
    .sort()[0];
}

/**
 * Returns the first day of receipt in the register where the list has an earlier one that goes on until then: somebody
 * has to find out which is right.
 */
export function contradictedReceipt(unit: BenefitUnit, recipient: ListedRecipient): string | undefined {
  const { benefitSince } = recipient;
  const agrees = isInReceipt(unit, benefitSince) || isEarlierTime(unit, recipient);
  return agrees ? undefined : laterReceipt(unit, benefitSince);
}
