import { describe, expect, test } from '@jest/globals';
import { enrolmentOfAda, enrolmentOfBen, factsOf, weldingWith } from '../../measure/measure.fixture.ts';
import { startEnrolment } from './start-enrolment.ts';

const first = { enrolmentId: 'e-ada', startedOn: '2026-09-03' };

describe('the first day of a person in a measure', () => {
  test('keeps the place, and an event says so', () => {
    const measure = weldingWith(enrolmentOfBen, enrolmentOfAda);
    expect(startEnrolment(measure, first)).toEqual({
      state: {
        ...measure,
        enrolments: [enrolmentOfBen, { ...enrolmentOfAda, status: 'STARTED', startedOn: '2026-09-03' }],
      },
      events: [
        {
          type: 'enrolment.started',
          data: { ...factsOf(enrolmentOfAda), startedOn: '2026-09-03' },
        },
      ],
    });
  });

  test('stays when it is noted again', () => {
    const measure = weldingWith(enrolmentOfBen);
    expect(startEnrolment(measure, { enrolmentId: 'e-ben', startedOn: '2026-09-05' })).toEqual({
      state: measure,
      events: [],
    });
  });

  test.each([
    [
      'what is only proposed',
      'WRONG_STATUS',
      { measure: weldingWith({ ...enrolmentOfAda, status: 'PROPOSED' }), start: first },
    ],
    ['what has ended', 'WRONG_STATUS', { measure: weldingWith({ ...enrolmentOfAda, status: 'ENDED' }), start: first }],
    [
      'a day before the measure',
      'INVALID_INPUT',
      { measure: weldingWith(enrolmentOfAda), start: { ...first, startedOn: '2026-08-31' } },
    ],
    [
      'a day after the measure',
      'INVALID_INPUT',
      { measure: weldingWith(enrolmentOfAda), start: { ...first, startedOn: '2026-12-01' } },
    ],
    [
      'a day before the agreement',
      'INVALID_INPUT',
      {
        measure: { ...weldingWith({ ...enrolmentOfAda, agreedOn: '2026-10-01' }), entry: 'ROLLING' as const },
        start: first,
      },
    ],
    ['an enrolment in another measure', 'NOT_FOUND', { measure: weldingWith(enrolmentOfBen), start: first }],
  ])('is refused for %s: %s', (_, code, { measure, start }) => {
    expect(() => startEnrolment(measure, start)).toThrow(expect.objectContaining({ code }));
  });
});
