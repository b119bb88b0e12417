import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import type { LongerReason } from '../../instruments/longer.ts';
import { firstDayOf } from '../../measure/entry.ts';
import { holdsPlace } from '../../measure/enrolment.ts';
import { assertLongerReason } from '../../measure/longer.ts';
import { enrolmentDecision, enrolmentOf, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';
import type { ReportedPlacement } from '../../views/placement.ts';

export type ExtendEnrolment = {
  enrolmentId: string;
  reason: LongerReason;
  extendedOn: string;
  placementsOfPerson: readonly ReportedPlacement[];
};

/**
 * Gives a person the longer time that the law has for some, with the reason. Which reason it is stays here: it tells of
 * the person. Extended twice for the same reason changes nothing.
 */
export function extendEnrolment(
  measure: Measure,
  { enrolmentId, reason, extendedOn, placementsOfPerson }: ExtendEnrolment,
): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.longer?.reason === reason) return { state: measure, events: [] };
  if (!holdsPlace(enrolment)) throw new MeasureRefusal('WRONG_STATUS', 'Only a place that is held can be extended.');
  assertNotBefore('extendedOn', extendedOn, enrolment.agreedOn);
  assertLongerReason({
    instrument: measure.instrument,
    reason,
    firstDay: firstDayOf(measure, enrolment),
    placementsOfPerson,
  });
  return enrolmentDecision(measure, { ...enrolment, longer: { reason, grantedOn: extendedOn } }, (facts) => ({
    type: 'enrolment.extended',
    data: { ...facts, extendedOn },
  }));
}
