import type { Period } from '#shared/calendar/days.ts';
import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  memberIdsByAge,
  withMembers,
  type BenefitUnit,
  type BenefitUnitDecision,
  type Member,
} from '../../benefit-unit/benefit-unit.ts';
import { assertOneApplicant } from '../../benefit-unit/applicant.ts';
import { assertNotElsewhere } from '../../benefit-unit/membership.ts';
import { assertNumber, benefitUnitNumberFormat } from '../../person/numbers.ts';

export type FormBenefitUnit = {
  id: string;
  number: string;
  municipality: string;
  formedOn: string;
  /** `elsewhere` is when somebody belonged to other units. */
  members: (Omit<Member, 'from' | 'to'> & { elsewhere?: readonly Period[] })[];
  today: string;
};

/** Forms a unit of people who are in need together. Forming twice changes nothing. */
export function formBenefitUnit(
  unit: BenefitUnit | null,
  { today, members, ...forming }: FormBenefitUnit,
): BenefitUnitDecision {
  if (unit) return { state: unit, events: [] };
  const { id, number, municipality, formedOn } = forming;
  assertNotInFuture('formedOn', formedOn, today);
  assertNumber('number', number, benefitUnitNumberFormat);
  for (const { elsewhere = [] } of members) assertNotElsewhere(elsewhere, { from: formedOn });
  const founders = members.map(({ elsewhere: _elsewhere, ...member }) => ({ ...member, from: formedOn }));
  for (const founder of founders) assertOneApplicant(founders, founder);
  const state = withMembers({ ...forming, members: [], benefits: [] }, founders);
  const memberIds = memberIdsByAge(state.members, { on: formedOn, announcedOn: today });
  return {
    state,
    events: [{ type: 'benefitUnit.formed', data: { benefitUnitId: id, municipality, formedOn, ...memberIds } }],
  };
}
