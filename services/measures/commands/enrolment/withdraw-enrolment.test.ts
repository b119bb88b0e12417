import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/enrolment.ts';
import { enrolmentOfAda, enrolmentOfBen, factsOf, weldingWith } from '../../measure/measure.fixture.ts';
import { withdrawEnrolment } from './withdraw-enrolment.ts';

const withdrawal = { enrolmentId: 'e-ada', withdrawnOn: '2026-08-20', reason: 'FOUND_WORK' as const };
const withdrawn: Enrolment = {
  ...enrolmentOfAda,
  status: 'WITHDRAWN',
  withdrawnOn: '2026-08-20',
  withdrawalReason: 'FOUND_WORK',
};

describe('withdrawing an enrolment', () => {
  test('frees the place for somebody else, and an event says so', () => {
    expect(withdrawEnrolment(weldingWith(enrolmentOfAda), withdrawal)).toEqual({
      state: weldingWith(withdrawn),
      events: [
        {
          type: 'enrolment.withdrawn',
          data: { ...factsOf(enrolmentOfAda), withdrawnOn: '2026-08-20', reason: 'FOUND_WORK' },
        },
      ],
    });
    expect(weldingWith(withdrawn).freePlaces).toBe(2);
  });

  test('is noted once', () => {
    const measure = weldingWith(withdrawn);
    expect(withdrawEnrolment(measure, { ...withdrawal, reason: 'PERSONAL' })).toEqual({ state: measure, events: [] });
  });

  test.each([
    [
      'what has started',
      'WRONG_STATUS',
      { measure: weldingWith({ ...enrolmentOfBen, id: 'e-ada' }), input: withdrawal },
    ],
    [
      'a day before the agreement',
      'INVALID_INPUT',
      { measure: weldingWith(enrolmentOfAda), input: { ...withdrawal, withdrawnOn: '2026-07-31' } },
    ],
    ['an enrolment in another measure', 'NOT_FOUND', { measure: weldingWith(enrolmentOfBen), input: withdrawal }],
  ])('is refused for %s: %s', (_, code, { measure, input }) => {
    expect(() => withdrawEnrolment(measure, input)).toThrow(expect.objectContaining({ code }));
  });
});
