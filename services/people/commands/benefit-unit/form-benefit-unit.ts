import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Period } from '../../benefit-unit/benefit-months.ts';
import {
  membersSaid,
  withMembers,
  type BenefitUnit,
  type BenefitUnitDecision,
  type Member,
} from '../../benefit-unit/benefit-unit.ts';
import { assertWritten, benefitUnitNumberFormat } from '../../person/numbers.ts';
import { assertNotElsewhere } from '../../benefit-unit/membership.ts';

export type FormBenefitUnit = {
  id: string;
  number: string;
  municipality: string;
  formedOn: string;
  /** `elsewhere` is when somebody belonged to other units. */
  members: (Omit<Member, 'from' | 'to'> & { elsewhere?: readonly Period[] })[];
  today: string;
};

/** People who are in need together. Forming twice changes nothing. */
export function formBenefitUnit(
  unit: BenefitUnit | null,
  { today, members, ...given }: FormBenefitUnit,
): BenefitUnitDecision {
  if (unit) return { state: unit, events: [] };
  assertNotInFuture('formedOn', given.formedOn, today);
  assertWritten('number', given.number, benefitUnitNumberFormat);
  const from = given.formedOn;
  for (const { elsewhere = [] } of members) assertNotElsewhere(elsewhere, { from });
  const state = withMembers(
    { ...given, members: [], benefits: [] },
    members.map(({ elsewhere: _elsewhere, ...member }) => ({ ...member, from })),
  );
  return {
    state,
    events: [
      {
        type: 'benefitUnit.formed',
        data: {
          benefitUnitId: given.id,
          municipality: given.municipality,
          formedOn: given.formedOn,
          ...membersSaid(state.members, { on: from, saidOn: today }),
        },
      },
    ],
  };
}
