import { describe, expect, test } from '@jest/globals';
import type { Measure } from '../../measure/measure.ts';
import { enrolmentOfAda, factsOf, weldingWith } from '../../measure/measure.fixture.ts';
import { extendEnrolment, type ExtendEnrolment } from './extend-enrolment.ts';

const atEmployer = { ...weldingWith(enrolmentOfAda), instrument: 'P45_MAG' };
const extension: ExtendEnrolment = {
  enrolmentId: 'e-ada',
  reason: 'SERIOUS_OBSTACLES',
  extendedOn: '2026-09-20',
  placementsOfPerson: [],
};
const job = { id: 'pl-1', personId: 'p-ada', kind: 'INSURED_JOB', fundedBy: [], startedOn: '2024-01-01' };

describe('more time for a person in a measure', () => {
  test('is kept with its reason, which no event tells', () => {
    const longer = { reason: 'SERIOUS_OBSTACLES', grantedOn: '2026-09-20' };
    expect(extendEnrolment(atEmployer, extension)).toEqual({
      state: { ...atEmployer, enrolments: [{ ...enrolmentOfAda, longer }] },
      events: [
        {
          type: 'enrolment.extended',
          data: { ...factsOf(enrolmentOfAda), instrument: 'P45_MAG', extendedOn: '2026-09-20' },
        },
      ],
    });
  });

  test('is given once', () => {
    const { state } = extendEnrolment(atEmployer, extension);
    expect(extendEnrolment(state, { ...extension, extendedOn: '2026-10-01' })).toEqual({ state, events: [] });
  });

  test.each([
    ['until a year before', '2025-08-31', 'EXTENDED'],
    ['until a day later', '2025-09-01', 'NOT_LONG_TERM_UNEMPLOYED'],
    ['that goes on', undefined, 'NOT_LONG_TERM_UNEMPLOYED'],
  ])('for long-term unemployment asks the work that is known: %s', (_, endedOn, answer) => {
    const placementsOfPerson = [{ ...job, ...(endedOn && { endedOn }) }];
    const extended = () =>
      extendEnrolment(atEmployer, { ...extension, reason: 'LONG_TERM_UNEMPLOYED', placementsOfPerson });
    if (answer === 'EXTENDED') expect(extended().events).toHaveLength(1);
    else expect(extended).toThrow(expect.objectContaining({ code: answer }));
  });

  test.each<[string, string, Partial<ExtendEnrolment>, Partial<Measure>]>([
    ['a reason that the instrument does not have', 'INVALID_INPUT', { reason: 'STILL_LAST_RESORT' }, {}],
    ['an instrument without more time', 'INVALID_INPUT', {}, { instrument: 'P45_MAT' }],
    ['a day before the grant', 'INVALID_INPUT', { extendedOn: '2026-07-31' }, {}],
    [
      'what is over',
      'WRONG_STATUS',
      {},
      { enrolments: [{ ...enrolmentOfAda, status: 'ENDED', endedOn: '2026-09-10' }] },
    ],
    ['another measure’s enrolment', 'NOT_FOUND', { enrolmentId: 'e-other' }, {}],
  ])('is refused for %s: %s', (_, code, ...[changes, ofMeasure]) => {
    expect(() => extendEnrolment({ ...atEmployer, ...ofMeasure }, { ...extension, ...changes })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
