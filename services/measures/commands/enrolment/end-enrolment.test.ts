import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/enrolment.ts';
import { enrolmentOfAda, enrolmentOfBen, factsOf, weldingWith } from '../../measure/measure.fixture.ts';
import { endEnrolment } from './end-enrolment.ts';

const last = { enrolmentId: 'e-ben', endedOn: '2026-11-30', today: '2026-12-01', outcome: 'CERTIFIED' as const };
const ended: Enrolment = { ...enrolmentOfBen, status: 'ENDED', endedOn: '2026-11-30', outcome: 'CERTIFIED' };

describe('the end of a person’s time in a measure', () => {
  test('gives the place back, and an event says what came of it', () => {
    expect(endEnrolment(weldingWith(enrolmentOfBen), last)).toEqual({
      state: weldingWith(ended),
      events: [
        {
          type: 'enrolment.ended',
          data: { ...factsOf(enrolmentOfBen), endedOn: '2026-11-30', outcome: 'CERTIFIED' },
        },
      ],
    });
  });

  test('is noted once', () => {
    const measure = weldingWith(ended);
    expect(endEnrolment(measure, last)).toEqual({ state: measure, events: [] });
  });

  test.each([
    ['today', { today: '2026-10-15' }, '2026-10-15'],
    ['the last day of the measure once that is over', { today: '2026-12-20' }, '2026-11-30'],
    [
      'the last day that the law allows once that is over',
      { today: '2026-12-20', instrument: 'P45_MAG' },
      '2026-10-12',
    ],
  ])('is by default %s', (_, { today, ...changes }, endedOn) => {
    const { endedOn: _endedOn, ...end } = { ...last, today };
    expect(endEnrolment({ ...weldingWith(enrolmentOfBen), ...changes }, end).events).toMatchObject([
      { data: { endedOn } },
    ]);
  });

  test.each([
    [
      'a day after the measure',
      'INVALID_INPUT',
      { measure: weldingWith(enrolmentOfBen), end: { ...last, endedOn: '2026-12-01' } },
    ],
    [
      'a day after the longest time of the law',
      'TOO_LONG',
      { measure: { ...weldingWith(enrolmentOfBen), instrument: 'P45_MAG' }, end: { ...last, endedOn: '2026-10-13' } },
    ],
    ['what has not started', 'WRONG_STATUS', { measure: weldingWith({ ...enrolmentOfAda, id: 'e-ben' }), end: last }],
    [
      'another outcome',
      'WRONG_STATUS',
      { measure: weldingWith(ended), end: { ...last, outcome: 'FOUND_WORK' as const } },
    ],
    [
      'a day before the first day',
      'INVALID_INPUT',
      { measure: weldingWith(enrolmentOfBen), end: { ...last, endedOn: '2026-08-31' } },
    ],
    ['an enrolment in another measure', 'NOT_FOUND', { measure: weldingWith(enrolmentOfAda), end: last }],
  ])('is refused for %s: %s', (_, code, { measure, end }) => {
    expect(() => endEnrolment(measure, end)).toThrow(expect.objectContaining({ code }));
  });
});
