import { isDeepStrictEqual } from 'node:util';
import {
  memberIdsByAge,
  memberIdsOn,
  membersOn,
  type BenefitUnit,
  type BenefitUnitDecision,
  type UnitBenefit,
} from '../../benefit-unit/benefit-unit.ts';

type BenefitEvents = BenefitUnitDecision['events'];

/**
 * Replaces the times of receipt of a unit. Nothing is announced where they are the same; otherwise a time that was
 * announced and is wrong is withdrawn, and a new one announced, time by time.
 */
export function replaceBenefits(unit: BenefitUnit, times: readonly UnitBenefit[], on: string): BenefitUnitDecision {
  const benefits = times.toSorted((a, b) => a.from.localeCompare(b.from));
  const removed = unit.benefits.filter((benefit) => !isAmong(benefits, benefit));
  const added = benefits.filter((benefit) => !isAmong(unit.benefits, benefit));
  if (removed.length === 0 && added.length === 0) return { state: unit, events: [] };

  // What went on and has ended now was right until then: only its end is announced.
  const ending = added.filter(({ from }) =>
    removed.some((benefit) => benefit.from === from && benefit.to === undefined),
  );
  const wrong = removed.filter(({ from }) => !ending.some((benefit) => benefit.from === from));
  return {
    state: { ...unit, benefits },
    events: [
      ...wrong.map(({ from }) => benefitWithdrawn(unit, from, on)),
      ...added.flatMap((benefit) => [
        ...(ending.includes(benefit) ? [] : [benefitStarted(unit, benefit.from, on)]),
        ...benefitEnded(unit, benefit),
      ]),
    ],
  };
}

function isAmong(benefits: readonly UnitBenefit[], wanted: UnitBenefit): boolean {
  return benefits.some((benefit) => isDeepStrictEqual(benefit, wanted));
}

function benefitWithdrawn(
  { id, municipality }: BenefitUnit,
  startedOn: string,
  withdrawnOn: string,
): BenefitEvents[number] {
  return {
    type: 'benefitUnit.benefitWithdrawn',
    data: { benefitUnitId: id, municipality, withdrawnOn, startedOn },
  };
}

function benefitStarted(unit: BenefitUnit, startedOn: string, announcedOn: string): BenefitEvents[number] {
  const { memberIds: _ids, ...ages } = memberIdsByAge(membersOn(unit, startedOn), { on: startedOn, announcedOn });
  return {
    type: 'benefitUnit.benefitStarted',
    data: { benefitUnitId: unit.id, municipality: unit.municipality, startedOn, ...ages },
  };
}

/** Announces the last day; nothing where the receipt goes on. */
function benefitEnded(unit: BenefitUnit, { from, to, reason = 'UNKNOWN' }: UnitBenefit): BenefitEvents {
  if (to === undefined) return [];
  const { id: benefitUnitId, municipality } = unit;
  const memberIds = memberIdsOn(unit, to);
  return [
    {
      type: 'benefitUnit.benefitEnded',
      data: { benefitUnitId, municipality, endedOn: to, startedOn: from, reason, memberIds },
    },
  ];
}
