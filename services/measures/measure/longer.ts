import { longerReasonsFor, type LongerReason } from '../instruments/longer.ts';
import { LONG_TERM_MONTHS, unemployedBefore } from '../eligibility/unemployment.ts';
import { workFromPlacements } from '../eligibility/past-work.ts';
import { MeasureRefusal } from '../refusal.ts';
import type { ReportedPlacement } from '../views/placement.ts';

type Reasoned = {
  instrument: string;
  reason: LongerReason;
  /** First day of the person's time. */
  firstDay: string;
  placementsOfPerson: readonly ReportedPlacement[];
};

/**
 * Refuses a reason for more time that the law does not have for the instrument, or that reported work contradicts: who
 * worked in the year before is not long-term unemployed (§18 SGB III), however long they received benefit.
 */
export function assertLongerReason({ instrument, reason, firstDay, placementsOfPerson }: Reasoned): void {
  const reasons = longerReasonsFor(instrument);
  if (!reasons.includes(reason))
    throw new MeasureRefusal(
      'INVALID_INPUT',
      reasons.length === 0
        ? `the law does not give more time with ${instrument}.`
        : `with ${instrument}, expected ${reasons.join(' or ')}.`,
      'longerBecause',
    );
  if (reason !== 'LONG_TERM_UNEMPLOYED') return;
  const { months } = unemployedBefore(firstDay, workFromPlacements(placementsOfPerson));
  if (months < LONG_TERM_MONTHS)
    throw new MeasureRefusal(
      'NOT_LONG_TERM_UNEMPLOYED',
      `work is recorded that ended less than ${LONG_TERM_MONTHS} months before ${firstDay} (§18 SGB III).`,
      'longerBecause',
    );
}
