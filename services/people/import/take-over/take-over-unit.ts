import { hasDay, type Period } from '#shared/calendar/days.ts';
import { roomFrom } from '../../benefit-unit/membership.ts';
import { overlap } from '../../benefit-unit/benefit-months.ts';
import type { BenefitUnit, BenefitUnitDecision, Member, MemberRole } from '../../benefit-unit/benefit-unit.ts';
import { endBenefit } from '../../commands/benefit-unit/end-benefit.ts';
import { formBenefitUnit } from '../../commands/benefit-unit/form-benefit-unit.ts';
import { joinBenefitUnit } from '../../commands/benefit-unit/join-benefit-unit.ts';
import { moveBenefitUnit } from '../../commands/benefit-unit/move-benefit-unit.ts';
import { replaceBenefits } from '../../commands/benefit-unit/replace-benefits.ts';
import { startBenefit } from '../../commands/benefit-unit/start-benefit.ts';
import { employableFrom } from '../../person/employable-age.ts';
import { inSequence } from '../plan/in-sequence.ts';
import type { Recipient } from '../read/recipient.ts';

/** A line about somebody, and when they belong to units with another number. */
type ListedMember = { personId: string; recipient: Recipient; elsewhere?: readonly Period[] };
/** The lines of a list that share a BG number; at least one, and all of them say the same about the benefit. */
export type TakeOverUnit = { unitId: string; members: readonly ListedMember[]; today: string };

/** Forms the benefit unit of these recipients, or brings it to what the list says. */
export function takeOverUnit(known: BenefitUnit | null, { unitId, members, today }: TakeOverUnit): BenefitUnitDecision {
  const [first] = members;
  if (!first) throw new Error('a benefit unit without a line');
  const { benefitUnitNumber: number, municipality, benefitSince, benefitUntil } = first.recipient;
  const listed = members.flatMap((member, index) => membershipOf(member, index));
  const founders = listed.filter(({ from, to }) => from === benefitSince && to === undefined);
  return inSequence<BenefitUnit, BenefitUnitDecision['events'][number]>(
    formBenefitUnit(known, { id: unitId, number, municipality, formedOn: benefitSince, members: founders, today }),
    (unit) => moveBenefitUnit(unit, { municipality, on: today }),
    ...listed.map(
      (member) => (unit: BenefitUnit) =>
        belongs(unit, member) ? { state: unit, events: [] } : joinBenefitUnit(unit, member, { today }),
    ),
    (unit) =>
      isEarlierTime(unit, first.recipient)
        ? entered(unit, { listed, time: { from: benefitSince, to: benefitUntil ?? benefitSince }, today })
        : inReceipt(unit, first.recipient, today),
  );
}

/** When the list puts somebody into the unit, as far as other units leave room; lists without roles name the applicant first. */
function membershipOf({ personId, recipient, elsewhere = [] }: ListedMember, index: number): Member[] {
  const role: MemberRole = recipient.role ?? (index === 0 ? 'APPLICANT' : 'OTHER');
  const time = roomFrom(recipient.benefitSince, elsewhere);
  return time ? [{ personId, role, ...time, employableFrom: employableFrom(recipient.birthDate) }] : [];
}

/** The begin of the benefit is the unit's: it does not tell when somebody joined who is known to belong to it. */
function belongs({ members }: BenefitUnit, { personId, from }: Member): boolean {
  return members.some((member) => member.personId === personId && (member.to === undefined || member.to >= from));
}

/** Receipt that is known already is not begun again; one that began before what is known, and goes on, stays out: see `benefitProblem`. */
function inReceipt(unit: BenefitUnit, { benefitSince, benefitUntil }: Recipient, today: string): BenefitUnitDecision {
  const covered = isCovered(unit, benefitSince);
  if (!covered && laterReceipt(unit, benefitSince) !== undefined) return { state: unit, events: [] };
  return inSequence<BenefitUnit, BenefitUnitDecision['events'][number]>(
    covered ? { state: unit, events: [] } : startBenefit(unit, { startedOn: benefitSince, today }),
    (started) => {
      const open = started.benefits.find(({ to }) => to === undefined);
      if (!open || benefitUntil === undefined || benefitUntil < open.from) return { state: started, events: [] };
      return endBenefit(started, { endedOn: benefitUntil, reason: 'UNKNOWN', today });
    },
  );
}

type Earlier = { listed: readonly Member[]; time: { from: string; to: string }; today: string };

/** An earlier time of receipt, which had ended before the one that is known: those on the list had it, whenever they are known to have joined. */
function entered(unit: BenefitUnit, { listed, time, today }: Earlier): BenefitUnitDecision {
  const then = listed.flatMap((member) => {
    const shared = overlap(member, time);
    return shared ? [{ ...member, ...shared }] : [];
  });
  return inSequence<BenefitUnit, BenefitUnitDecision['events'][number]>(
    { state: unit, events: [] },
    ...then.map((member) => (known: BenefitUnit) => joinBenefitUnit(known, member, { today })),
    (known) => replaceBenefits(known, [...known.benefits, { ...time, reason: 'UNKNOWN' }], today),
  );
}

function isEarlierTime(unit: BenefitUnit, { benefitSince, benefitUntil }: Recipient): boolean {
  const later = laterReceipt(unit, benefitSince);
  return later !== undefined && benefitUntil !== undefined && benefitUntil < later && !isCovered(unit, benefitSince);
}

function isCovered({ benefits }: BenefitUnit, day: string): boolean {
  return benefits.some((benefit) => hasDay(benefit, day));
}

/** The first day of receipt that is known after a day. */
function laterReceipt({ benefits }: BenefitUnit, day: string): string | undefined {
  return benefits
    .map(({ from }) => from)
    .filter((from) => from > day)
    .sort()[0];
}

/** The first day of receipt in the register, where the list claims an earlier one that goes on until then: somebody has to find out which is right. */
export function benefitProblem(unit: BenefitUnit, recipient: Recipient): string | undefined {
  const { benefitSince } = recipient;
  return isCovered(unit, benefitSince) || isEarlierTime(unit, recipient) ? undefined : laterReceipt(unit, benefitSince);
}
