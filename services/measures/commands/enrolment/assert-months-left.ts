import { Refusal } from '#shared/refusal.ts';
import { firstDayWhenJoining, type Measure } from '../../measure/measure.ts';
import type { ReportedPlacement } from '../../views/placement.ts';
import {
  daysLeft,
  daysSpentBefore,
  startedMonths,
  timesInWorkOpportunities,
  workOpportunity,
} from '../../eligibility/work-opportunity.ts';

export type PastOfPerson = {
  personId: string;
  measuresOfPerson: readonly Measure[];
  placementsOfPerson: readonly ReportedPlacement[];
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
    firstDayWhenJoining(measure, agreedOn),
    timesInWorkOpportunities(personId, { measures, placements }),
  );
  if (daysLeft(workOpportunity.monthsExtended, spent) > 0) return;
  throw new Refusal(
    'MONTHS_USED_UP',
    `P16D: ${startedMonths(spent)} months were spent in work opportunities within five years; ${workOpportunity.months}, extended ${workOpportunity.monthsExtended}, are all that the law gives (§16d(6) SGB II).`,
  );
}
