import type { Agreement } from '../../reservation/reservation.ts';
import { currentEnrolment, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { enrolPerson, type EnrolPerson } from './enrol-person.ts';

export type CarryOutAgreement = Pick<Agreement, 'enrolmentId' | 'caseId' | 'agreedOn'> &
  Pick<EnrolPerson, 'personId' | 'measuresOfPerson' | 'placementsOfPerson'>;

/**
 * Enrols the person. Once carried out, by whomever, an agreement is never carried out again, whatever became of the enrolment
 * since. Null when somebody proposed the measure meanwhile: agreed under the proposal's id, this agreement could not be recognised.
 */
export function carryOutAgreement(measure: Measure, agreement: CarryOutAgreement): MeasureDecision | null {
  const known = measure.enrolments.find(({ id }) => id === agreement.enrolmentId);
  if (known && known.status !== 'PROPOSED') return { state: measure, events: [] };
  const current = currentEnrolment(measure, agreement.personId);
  return current?.status === 'PROPOSED' && current.id !== agreement.enrolmentId
    ? null
    : enrolPerson(measure, agreement);
}
