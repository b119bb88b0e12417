import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/measure.ts';
import { enrolmentOfAda, enrolmentOfBen, weldingWith } from '../../measure/measure.fixture.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';

const back = { enrolmentId: 'e-ada', withdrawnOn: '2026-08-20', reason: 'FOUND_WORK' as const };
const withdrawn: Enrolment = { ...enrolmentOfAda, status: 'WITHDRAWN', withdrawnOn: '2026-08-20', withdrawalReason: 'FOUND_WORK' };

describe('withdrawing an enrolment', () => {
  test('frees the place for somebody else and says so', () => {
    expect(withdrawEnrolment(weldingWith(enrolmentOfAda), back)).toEqual({
      state: weldingWith(withdrawn),
      events: [
        {
          type: 'enrolment.withdrawn',
          data: {
            measureId: 'm-1',
            enrolmentId: 'e-ada',
            personId: 'p-ada',
            caseId: 'c-ada',
            instrument: 'P45_MAT',
            withdrawnOn: '2026-08-20',
            reason: 'FOUND_WORK',
          },
        },
      ],
    });
    expect(weldingWith(withdrawn).freePlaces).toBe(2);
  });

  test('says nothing the second time', () => {
    const measure = weldingWith(withdrawn);
    expect(withdrawEnrolment(measure, { ...back, reason: 'PERSONAL' })).toEqual({ state: measure, events: [] });
  });

  test.each([
    ['WRONG_STATUS', weldingWith({ ...enrolmentOfBen, id: 'e-ada' }), back],
    ['INVALID_INPUT', weldingWith(enrolmentOfAda), { ...back, withdrawnOn: '2026-07-31' }],
    ['NOT_FOUND', weldingWith(enrolmentOfBen), back],
  ])('is refused with %s', (code, measure, withdrawal) => {
    expect(() => withdrawEnrolment(measure, withdrawal)).toThrow(expect.objectContaining({ code }));
  });
});
