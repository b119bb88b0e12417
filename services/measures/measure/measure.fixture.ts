import type { EnrolPerson } from '../commands/enrolment/enrol-person.ts';
import type { Enrolment } from './enrolment.ts';
import { withSearchFields, type Measure } from './measure.ts';

/** A course as tests know it: two places, nobody in it. */
export const welding: Measure = withSearchFields({
  id: 'm-1',
  provider: { id: 'bildungswerk', name: 'Bildungswerk' },
  instrument: 'P45_MAT',
  title: 'Welding',
  municipality: '06431010',
  place: { postcode: '68649', town: 'Groß-Rohrheim' },
  startsOn: '2026-09-01',
  endsOn: '2026-11-30',
  hoursPerWeek: 25,
  dayparts: ['MORNING'],
  childcareOffered: true,
  places: 2,
  approvedUntil: '2027-12-31',
  enrolments: [],
});

const ada = { id: 'e-ada', personId: 'p-ada', caseId: 'c-ada' };
export const enrolmentOfAda: Enrolment = { ...ada, status: 'AGREED', agreedOn: '2026-08-01' };
export const proposalToAda: Enrolment = { ...ada, status: 'PROPOSED', proposedOn: '2026-07-20' };
export const enrolmentOfBen: Enrolment = {
  id: 'e-ben',
  personId: 'p-ben',
  caseId: 'c-ben',
  status: 'STARTED',
  agreedOn: '2026-08-02',
  startedOn: '2026-09-01',
};

/** What every event about this person in the course says. */
export const factsOf = ({ id: enrolmentId, personId, caseId }: Enrolment) => ({
  measureId: 'm-1',
  enrolmentId,
  personId,
  caseId,
  instrument: 'P45_MAT',
});

/** A place for Ada, who was in no measure and no work before. */
export const placeForAda: EnrolPerson = {
  enrolmentId: 'e-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  agreedOn: '2026-08-01',
  measuresOfPerson: [],
  placementsOfPerson: [],
  pastMeasures: [],
};

export function weldingWith(...enrolments: Enrolment[]): Measure {
  return withSearchFields({ ...welding, enrolments });
}
