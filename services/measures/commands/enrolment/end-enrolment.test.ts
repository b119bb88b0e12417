import { describe, expect, test } from '@jest/globals';
import type { Enrolment } from '../../measure/measure.ts';
import { endEnrolment } from './end-enrolment.ts';
import { enrolmentOfAda, enrolmentOfBen, weldingWith } from '../../measure/measure.fixture.ts';

const last = { enrolmentId: 'e-ben', endedOn: '2026-11-30', today: '2026-12-01', outcome: 'CERTIFIED' as const };
const ended: Enrolment = { ...enrolmentOfBen, status: 'ENDED', endedOn: '2026-11-30', outcome: 'CERTIFIED' };

describe('the end of a person’s time in a measure', () => {
  test('gives the place back and says what came of it', () => {
    expect(endEnrolment(weldingWith(enrolmentOfBen), last)).toEqual({
      state: weldingWith(ended),
      events: [
        {
          type: 'enrolment.ended',
          data: {
            measureId: 'm-1',
            enrolmentId: 'e-ben',
            personId: 'p-ben',
            caseId: 'c-ben',
            instrument: 'P45_MAT',
            endedOn: '2026-11-30',
            outcome: 'CERTIFIED',
          },
        },
      ],
    });
  });

  test('says nothing the second time', () => {
    const measure = weldingWith(ended);
    expect(endEnrolment(measure, last)).toEqual({ state: measure, events: [] });
  });

  test.each([
    ['today', { today: '2026-10-15' }, '2026-10-15'],
    ['the last day of the measure once that is over', { today: '2026-12-20' }, '2026-11-30'],
    [
      'the last day that the law allows once that is over',
      { today: '2026-12-20', instrument: 'P45_MAG' },
      '2026-11-23',
    ],
  ])('is by default %s', (_, { today, ...changes }, endedOn) => {
    const { endedOn: _given, ...end } = { ...last, today };
    expect(endEnrolment({ ...weldingWith(enrolmentOfBen), ...changes }, end).events).toMatchObject([{ data: { endedOn } }]);
  });

  test.each([
    ['INVALID_INPUT', weldingWith(enrolmentOfBen), { ...last, endedOn: '2026-12-01' }],
    ['TOO_LONG', { ...weldingWith(enrolmentOfBen), instrument: 'P45_MAG' }, { ...last, endedOn: '2026-11-24' }],
    ['WRONG_STATUS', weldingWith({ ...enrolmentOfAda, id: 'e-ben' }), last],
    ['WRONG_STATUS', weldingWith(ended), { ...last, outcome: 'FOUND_WORK' as const }],
    ['INVALID_INPUT', weldingWith(enrolmentOfBen), { ...last, endedOn: '2026-08-31' }],
    ['NOT_FOUND', weldingWith(enrolmentOfAda), last],
  ])('is refused with %s', (code, measure, end) => {
    expect(() => endEnrolment(measure, end)).toThrow(expect.objectContaining({ code }));
  });
});
