import { Refusal } from '#shared/refusal.ts';
import { beginsIn, currentEnrolment, holdsPlace, saidOf, withEnrolment, type Enrolment, type Measure, type MeasureDecision } from '../measure.ts';
import { assertOpen } from './assert-open.ts';

/** More than this in a week is no longer one person's week. */
const HOURS_IN_A_WEEK = 40;

export type EnrolPerson = {
  enrolmentId: string;
  personId: string;
  caseId: string;
  agreedOn: string;
  /** The measures this person was ever in, this one among them or not. */
  measuresOfPerson: Measure[];
};

/** Gives a person one of the free places, at once or on an earlier proposal. Enrolling twice changes nothing. */
export function enrolPerson(measure: Measure, { enrolmentId, personId, caseId, agreedOn, measuresOfPerson }: EnrolPerson): MeasureDecision {
  const current = currentEnrolment(measure, personId);
  if (current && holdsPlace(current)) return { state: measure, events: [] };
  assertOpen(measure, { current, on: agreedOn });
  assertTimeFor(measure, { personId, agreedOn, measuresOfPerson });
  if (measure.freePlaces < 1) throw new Refusal('MEASURE_FULL', `${measure.title} has no free place.`);

  const enrolment: Enrolment = { ...(current ?? { id: enrolmentId, personId }), caseId, status: 'AGREED', agreedOn };
  return { state: withEnrolment(measure, enrolment), events: [{ type: 'measure.agreed', data: { ...saidOf(measure, enrolment), agreedOn } }] };
}

function assertTimeFor(measure: Measure, { personId, agreedOn, measuresOfPerson }: Pick<EnrolPerson, 'personId' | 'agreedOn' | 'measuresOfPerson'>): void {
  const begins = beginsIn(measure, agreedOn);
  const clash = measuresOfPerson.find((other) => {
    const held = other.id !== measure.id && other.enrolments.find((enrolment) => enrolment.personId === personId && holdsPlace(enrolment));
    const apart = !held || other.endsOn < begins || measure.endsOn < beginsIn(other, held.startedOn ?? held.agreedOn);
    return !apart && other.hoursPerWeek + measure.hoursPerWeek > HOURS_IN_A_WEEK;
  });
  if (clash) throw new Refusal('ALREADY_ENROLLED', `This person is in another measure until ${clash.endsOn}; together they are more than ${HOURS_IN_A_WEEK} hours a week.`);
}
