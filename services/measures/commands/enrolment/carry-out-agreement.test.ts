import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/measure.ts';
import { carryOutAgreement } from './carry-out-agreement.ts';
import { enrolPerson } from './enrol-person.ts';
import { enrolmentOfAda, welding, weldingWith } from '../../measure/measure.fixture.ts';

const forAda = {
  enrolmentId: 'e-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  agreedOn: '2026-08-01',
  measuresOfPerson: [],
  placementsOfPerson: [],
};
const proposal: Enrolment = {
  id: 'e-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  status: 'PROPOSED',
  proposedOn: '2026-07-20',
};

describe('carrying out an agreement', () => {
  test.each([
    ['a free place', welding],
    ['an earlier proposal', weldingWith(proposal)],
  ])('enrols the person, with %s', (_, measure) => {
    expect(carryOutAgreement(measure, forAda)).toEqual(enrolPerson(measure, forAda));
    expect(carryOutAgreement(measure, forAda)?.events).toHaveLength(1);
  });

  test.each(['AGREED', 'STARTED', 'ENDED', 'WITHDRAWN'] as const)('a second time changes nothing: %s', (status) => {
    const measure = weldingWith({ ...enrolmentOfAda, status });
    expect(carryOutAgreement(measure, forAda)).toEqual({ state: measure, events: [] });
  });

  test('is left to be asked for again when somebody proposed the measure meanwhile', () => {
    expect(carryOutAgreement(weldingWith({ ...proposal, id: 'e-other' }), forAda)).toBeNull();
  });
});
