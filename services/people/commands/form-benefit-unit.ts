import type { BenefitUnit, BenefitUnitDecision, MemberRole } from '../benefit-unit.ts';
import { memberIdsOn } from '../benefit-unit.ts';
import { assertNotInFuture } from './assert-dates.ts';

export type FormBenefitUnit = { id: string; number: string; municipality: string; formedOn: string; members: { personId: string; role: MemberRole }[]; today: string };

/** People who are in need together. Forming twice changes nothing. */
export function formBenefitUnit(unit: BenefitUnit | null, { today, members, ...given }: FormBenefitUnit): BenefitUnitDecision {
  if (unit) return { state: unit, events: [] };
  assertNotInFuture('formedOn', given.formedOn, today);
  const state: BenefitUnit = { ...given, members: members.map((member) => ({ ...member, from: given.formedOn })), benefits: [] };
  return {
    state,
    events: [{ type: 'benefitUnit.formed', data: { benefitUnitId: given.id, municipality: given.municipality, formedOn: given.formedOn, memberIds: memberIdsOn(state, given.formedOn) } }],
  };
}
