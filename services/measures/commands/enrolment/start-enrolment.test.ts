import { describe, expect, test } from '@jest/globals';
import { startEnrolment } from './start-enrolment.ts';
import { enrolmentOfAda, enrolmentOfBen, weldingWith } from '../../measure/measure.fixture.ts';

const first = { enrolmentId: 'e-ada', startedOn: '2026-09-03' };

describe('the first day of a person in a measure', () => {
  test('keeps the place and says so', () => {
    const measure = weldingWith(enrolmentOfBen, enrolmentOfAda);
    expect(startEnrolment(measure, first)).toEqual({
      state: { ...measure, enrolments: [enrolmentOfBen, { ...enrolmentOfAda, status: 'STARTED', startedOn: '2026-09-03' }] },
      events: [
        {
          type: 'enrolment.started',
          data: {
            measureId: 'm-1',
            enrolmentId: 'e-ada',
            personId: 'p-ada',
            caseId: 'c-ada',
            instrument: 'P45_MAT',
            startedOn: '2026-09-03',
          },
        },
      ],
    });
  });

  test('stays when it is said again', () => {
    const measure = weldingWith(enrolmentOfBen);
    expect(startEnrolment(measure, { enrolmentId: 'e-ben', startedOn: '2026-09-05' })).toEqual({
      state: measure,
      events: [],
    });
  });

  test.each([
    ['WRONG_STATUS', weldingWith({ ...enrolmentOfAda, status: 'PROPOSED' }), first],
    ['WRONG_STATUS', weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), first],
    ['INVALID_INPUT', weldingWith(enrolmentOfAda), { ...first, startedOn: '2026-08-31' }],
    ['INVALID_INPUT', weldingWith(enrolmentOfAda), { ...first, startedOn: '2026-12-01' }],
    ['INVALID_INPUT', { ...weldingWith({ ...enrolmentOfAda, agreedOn: '2026-10-01' }), entry: 'ROLLING' as const }, first],
    ['NOT_FOUND', weldingWith(enrolmentOfBen), first],
  ])('is refused with %s', (code, measure, start) => {
    expect(() => startEnrolment(measure, start)).toThrow(expect.objectContaining({ code }));
  });
});
