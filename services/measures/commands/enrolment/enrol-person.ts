import { assertMonthsLeft } from '../../eligibility/work-opportunity.ts';
import { instrumentOn, versionOf } from '../../instruments/catalogue.ts';
import type { LongerReason } from '../../instruments/longer.ts';
import { assertCanEnter, firstDayWhenJoining } from '../../measure/entry.ts';
import { holdsPlace, type Enrolment } from '../../measure/enrolment.ts';
import { assertLongerReason } from '../../measure/longer.ts';
import { currentEnrolment, enrolmentDecision, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import type { PastMeasure } from '../../past-measure/past-measure.ts';
import { MeasureRefusal } from '../../refusal.ts';
import type { ReportedPlacement } from '../../views/placement.ts';
import { assertTimeInWeek } from './time-in-week.ts';

export type EnrolPerson = {
  enrolmentId: string;
  personId: string;
  caseId: string;
  agreedOn: string;
  /** Why the person is given more time than the law has as a rule. */
  longerBecause?: LongerReason | undefined;
  /** The measures this person was ever in, this one among them or not. */
  measuresOfPerson: readonly Measure[];
  /** The work that the employers service has reported of this person. */
  placementsOfPerson: readonly ReportedPlacement[];
  /** The measures that were recorded because no enrolment tells of them. */
  pastMeasures: readonly PastMeasure[];
};

/** Gives a person one of the free places, at once or on an earlier proposal. Enrolling twice changes nothing. */
export function enrolPerson(
  measure: Measure,
  { enrolmentId, caseId, longerBecause: reason, ...person }: EnrolPerson,
): MeasureDecision {
  const { personId, agreedOn, placementsOfPerson } = person;
  const current = currentEnrolment(measure, personId);
  if (current && holdsPlace(current)) return { state: measure, events: [] };
  assertCanEnter(measure, { current, on: agreedOn });
  const longer = reason && { reason, grantedOn: agreedOn };
  const firstDay = firstDayWhenJoining(measure, agreedOn);
  if (reason) assertLongerReason({ instrument: measure.instrument, reason, firstDay, placementsOfPerson });
  assertTimeInWeek(measure, { ...person, longer });
  assertMonthsLeft(measure, { ...person, longer });
  if (measure.freePlaces < 1) throw new MeasureRefusal('MEASURE_FULL', `${measure.title} has no free place.`);

  // Whoever has been in it before comes anew; a proposal goes on under its own id.
  const begun = current?.status === 'PROPOSED' ? current : { id: enrolmentId, personId };
  const law = instrumentOn(measure.instrument, agreedOn);
  const enrolment: Enrolment = {
    ...begun,
    caseId,
    status: 'AGREED',
    agreedOn,
    ...(law && { grantedUnder: versionOf(law) }),
    ...(longer && { longer }),
  };
  return enrolmentDecision(measure, enrolment, (facts) => ({ type: 'enrolment.agreed', data: { ...facts, agreedOn } }));
}

/**
 * Enrols a person as a reservation of their time says. Once carried out, by whichever holder, an agreement is never
 * carried out again, whatever became of the enrolment since. Returns null when somebody proposed the measure meanwhile:
 * agreed under the proposal's id, this agreement could not be recognised.
 */
export function enrolAsAgreed(measure: Measure, agreement: EnrolPerson): MeasureDecision | null {
  const { enrolmentId, personId } = agreement;
  const carriedOut = measure.enrolments.some(({ id, status }) => id === enrolmentId && status !== 'PROPOSED');
  if (carriedOut) return { state: measure, events: [] };
  const current = currentEnrolment(measure, personId);
  const isProposedMeanwhile = current?.status === 'PROPOSED' && current.id !== enrolmentId;
  return isProposedMeanwhile ? null : enrolPerson(measure, agreement);
}
