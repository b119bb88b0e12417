import { isDeepStrictEqual } from 'node:util';
import {
  memberIdsOn,
  membersOn,
  membersSaid,
  type BenefitUnit,
  type BenefitUnitDecision,
  type UnitBenefit,
} from '../../benefit-unit/benefit-unit.ts';

type BenefitEvents = BenefitUnitDecision['events'];

/** A unit with other times of receipt: quiet when they are the same. What was said and is not so any more is taken back; what is new is said, time by time. */
export function sayBenefits(unit: BenefitUnit, given: readonly UnitBenefit[], on: string): BenefitUnitDecision {
  const benefits = given.toSorted((a, b) => a.from.localeCompare(b.from));
  const isAmong =
    (all: readonly UnitBenefit[]) =>
    (benefit: UnitBenefit): boolean =>
      all.some((each) => isDeepStrictEqual(each, benefit));
  const gone = unit.benefits.filter((benefit) => !isAmong(benefits)(benefit));
  const fresh = benefits.filter((benefit) => !isAmong(unit.benefits)(benefit));
  if (gone.length === 0 && fresh.length === 0) return { state: unit, events: [] };

  // What went on and has ended now was right until then: only its end is said.
  const ending = fresh.filter(({ from }) => gone.some((benefit) => benefit.from === from && benefit.to === undefined));
  const wrong = gone.filter(({ from }) => !ending.some((benefit) => benefit.from === from));
  return {
    state: { ...unit, benefits },
    events: [
      ...wrong.map(({ from }) => withdrawn(unit, from, on)),
      ...fresh.flatMap((benefit) => [
        ...(ending.includes(benefit) ? [] : [started(unit, benefit, on)]),
        ...ended(unit, benefit),
      ]),
    ],
  };
}

const withdrawn = (
  { id, municipality }: BenefitUnit,
  startedOn: string,
  withdrawnOn: string,
): BenefitEvents[number] => ({
  type: 'benefitUnit.benefitWithdrawn',
  data: { benefitUnitId: id, municipality, withdrawnOn, startedOn },
});

function started(unit: BenefitUnit, { from: startedOn }: UnitBenefit, saidOn: string): BenefitEvents[number] {
  const { memberIds: _ids, ...ages } = membersSaid(membersOn(unit, startedOn), { on: startedOn, saidOn });
  return {
    type: 'benefitUnit.benefitStarted',
    data: { benefitUnitId: unit.id, municipality: unit.municipality, startedOn, ...ages },
  };
}

function ended(unit: BenefitUnit, { from: startedOn, to: endedOn, reason = 'UNKNOWN' }: UnitBenefit): BenefitEvents {
  if (endedOn === undefined) return [];
  return [
    {
      type: 'benefitUnit.benefitEnded',
      data: {
        benefitUnitId: unit.id,
        municipality: unit.municipality,
        endedOn,
        startedOn,
        reason,
        memberIds: memberIdsOn(unit, endedOn),
      },
    },
  ];
}
