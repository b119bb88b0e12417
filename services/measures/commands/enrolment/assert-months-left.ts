import { Refusal } from '#shared/refusal.ts';
import { beginsIn, type Measure } from '../../measure.ts';
import type { PlacementSeen } from '../../views/placement.ts';
import {
  daysLeft,
  daysSpentBefore,
  monthsOf,
  timesInWorkOpportunities,
  workOpportunity,
} from '../../work-opportunity.ts';

export type PastOfPerson = {
  personId: string;
  measuresOfPerson: readonly Measure[];
  placementsOfPerson: readonly PlacementSeen[];
};

/** Whether anything is left of the months that the law gives for work opportunities. Whether the last twelve are given is left to whoever agrees. */
export function assertMonthsLeft(
  measure: Measure,
  {
    personId,
    agreedOn,
    measuresOfPerson: measures,
    placementsOfPerson: placements,
  }: PastOfPerson & { agreedOn: string },
): void {
  if (measure.instrument !== 'P16D') return;
  const spent = daysSpentBefore(
    beginsIn(measure, agreedOn),
    timesInWorkOpportunities(personId, { measures, placements }),
  );
  if (daysLeft(workOpportunity.monthsExtended, spent) > 0) return;
  throw new Refusal(
    'MONTHS_USED_UP',
    `P16D: ${monthsOf(spent)} months were spent in work opportunities within five years; ${workOpportunity.months}, extended ${workOpportunity.monthsExtended}, are all that the law gives (§16d(6) SGB II).`,
  );
}
