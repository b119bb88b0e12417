import { memberIdsOn, type BenefitUnit, type BenefitUnitDecision, type MemberRole } from '../benefit-unit.ts';
import { endBenefit } from '../commands/end-benefit.ts';
import { formBenefitUnit } from '../commands/form-benefit-unit.ts';
import { joinBenefitUnit } from '../commands/join-benefit-unit.ts';
import { startBenefit } from '../commands/start-benefit.ts';
import { inSequence } from './in-sequence.ts';
import type { Recipient } from './recipient.ts';

/** The lines of a list that share a BG number; at least one, and all of them say the same about the benefit. */
export type TakeOverUnit = { unitId: string; members: { personId: string; recipient: Recipient }[]; today: string };

/** Forms the benefit unit of these recipients, or brings it to what the list says. */
export function takeOverUnit(known: BenefitUnit | null, { unitId, members, today }: TakeOverUnit): BenefitUnitDecision {
  const [first] = members;
  if (!first) throw new Error('a benefit unit without a line');
  const { benefitUnitNumber: number, municipality, benefitSince: from } = first.recipient;
  const listed = members.map(({ personId, recipient }, index) => ({ personId, role: recipient.role ?? assumedRole(index) }));
  return inSequence<BenefitUnit, BenefitUnitDecision['events'][number]>(
    formBenefitUnit(known, { id: unitId, number, municipality, formedOn: from, members: listed, today }),
    (unit) => moved(unit, municipality, today),
    ...listed.map((member) => (unit: BenefitUnit) => joinBenefitUnit(unit, { ...member, from })),
    (unit) => inReceipt(unit, first.recipient, today),
  );
}

/** Lists without roles name the applicant first. */
function assumedRole(index: number): MemberRole {
  return index === 0 ? 'APPLICANT' : 'OTHER';
}

function moved(unit: BenefitUnit, municipality: string, updatedOn: string): BenefitUnitDecision {
  if (unit.municipality === municipality) return { state: unit, events: [] };
  const state = { ...unit, municipality };
  return { state, events: [{ type: 'benefitUnit.updated', data: { benefitUnitId: unit.id, municipality, updatedOn, memberIds: memberIdsOn(state, updatedOn) } }] };
}

/** Receipt that is known already is not begun again; one that began before what is known stays out, see `benefitProblem`. */
function inReceipt(unit: BenefitUnit, { benefitSince, benefitUntil }: Recipient, today: string): BenefitUnitDecision {
  const covered = unit.benefits.some(({ from, to }) => from <= benefitSince && (to === undefined || to >= benefitSince));
  if (!covered && begins(unit, benefitSince)) return { state: unit, events: [] };
  return inSequence<BenefitUnit, BenefitUnitDecision['events'][number]>(
    covered ? { state: unit, events: [] } : startBenefit(unit, { startedOn: benefitSince, today }),
    (started) => {
      const open = started.benefits.find(({ to }) => to === undefined);
      if (!open || benefitUntil === undefined || benefitUntil < open.from) return { state: started, events: [] };
      return endBenefit(started, { endedOn: benefitUntil, reason: 'UNKNOWN' });
    },
  );
}

/** Whether the unit is known to have come into receipt only after that day. */
function begins(unit: BenefitUnit, after: string): boolean {
  return unit.benefits.some(({ from }) => from > after);
}

/** The first day of receipt in the register, where the list claims an earlier one: somebody has to find out which is right. */
export function benefitProblem(unit: BenefitUnit, { benefitSince }: Recipient): string | undefined {
  const covered = unit.benefits.some(({ from, to }) => from <= benefitSince && (to === undefined || to >= benefitSince));
  const later = unit.benefits.map(({ from }) => from).filter((from) => from > benefitSince).sort();
  return covered ? undefined : later[0];
}
