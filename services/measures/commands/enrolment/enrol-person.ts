import { Refusal } from '#shared/refusal.ts';
import {
  currentEnrolment,
  holdsPlace,
  enrolmentFacts,
  withEnrolment,
  type Enrolment,
  type Measure,
  type MeasureDecision,
} from '../../measure/measure.ts';
import type { ReportedPlacement } from '../../views/placement.ts';
import { assertMonthsLeft } from './assert-months-left.ts';
import { assertOpen } from './assert-open.ts';
import { assertTimeInWeek } from './assert-time-in-week.ts';

export type EnrolPerson = {
  enrolmentId: string;
  personId: string;
  caseId: string;
  agreedOn: string;
  /** The measures this person was ever in, this one among them or not. */
  measuresOfPerson: readonly Measure[];
  /** The work that the employers service knows of this person. */
  placementsOfPerson: readonly ReportedPlacement[];
};

/** Gives a person one of the free places, at once or on an earlier proposal. Enrolling twice changes nothing. */
export function enrolPerson(
  measure: Measure,
  { enrolmentId, personId, caseId, agreedOn, ...past }: EnrolPerson,
): MeasureDecision {
  const current = currentEnrolment(measure, personId);
  if (current && holdsPlace(current)) return { state: measure, events: [] };
  assertOpen(measure, { current, on: agreedOn });
  assertTimeInWeek(measure, { personId, agreedOn, ...past });
  assertMonthsLeft(measure, { personId, agreedOn, ...past });
  if (measure.freePlaces < 1) throw new Refusal('MEASURE_FULL', `${measure.title} has no free place.`);

  // Whoever has been in it before comes anew; a proposal goes on under its own id.
  const begun = current?.status === 'PROPOSED' ? current : { id: enrolmentId, personId };
  const enrolment: Enrolment = { ...begun, caseId, status: 'AGREED', agreedOn };
  return {
    state: withEnrolment(measure, enrolment),
    events: [{ type: 'enrolment.agreed', data: { ...enrolmentFacts(measure, enrolment), agreedOn } }],
  };
}
