import { describe, expect, test } from '@jest/globals';
import type { Daypart } from '#shared/codes/dayparts.ts';
import { enrolmentOfAda, welding, weldingWith } from '../../measure/measure.fixture.ts';
import { withSearchFields, type Measure } from '../../measure/measure.ts';
import { assertTimeInWeek } from './time-in-week.ts';

const anotherMeasure = (changes: Partial<Measure>): Measure =>
  withSearchFields({ ...weldingWith(enrolmentOfAda), id: 'm-2', ...changes });
const beside =
  (measuresOfPerson: Measure[], measure = welding) =>
  () =>
    assertTimeInWeek(measure, { personId: 'p-ada', agreedOn: '2026-08-01', measuresOfPerson });
const refusal = (code: string) => expect.objectContaining({ code });
const [MORNING, AFTERNOON]: [Daypart, Daypart] = ['MORNING', 'AFTERNOON'];

describe('the time a person has for a measure of 25 hours in the mornings', () => {
  test.each([
    [
      'another one in the afternoons up to 40 hours together',
      [anotherMeasure({ hoursPerWeek: 15, dayparts: [AFTERNOON] })],
    ],
    [
      'another one whose afternoons leave the mornings free',
      [anotherMeasure({ hoursPerWeek: 15, dayparts: [MORNING, AFTERNOON] })],
    ],
    ['a little more in the mornings', [anotherMeasure({ hoursPerWeek: 5 })]],
    [
      'two others, one after the other',
      [
        anotherMeasure({ hoursPerWeek: 15, dayparts: [AFTERNOON], endsOn: '2026-09-30' }),
        anotherMeasure({ id: 'm-3', hoursPerWeek: 15, dayparts: [AFTERNOON], startsOn: '2026-10-01' }),
      ],
    ],
    [
      'another one of which they may only have six or twelve weeks',
      [anotherMeasure({ hoursPerWeek: 39, instrument: 'P45_MAG', startsOn: '2026-06-01', endsOn: '2026-12-31' })],
    ],
  ])('is enough beside %s', (_, measures) => {
    expect(beside(measures)).not.toThrow();
  });

  test.each([
    [
      'another one of 16 hours in the afternoons',
      'WEEK_FULL',
      [anotherMeasure({ hoursPerWeek: 16, dayparts: [AFTERNOON] })],
    ],
    [
      'two others that overlap',
      'WEEK_FULL',
      [
        anotherMeasure({ hoursPerWeek: 8, dayparts: [AFTERNOON] }),
        anotherMeasure({
          id: 'm-3',
          hoursPerWeek: 8,
          dayparts: [AFTERNOON],
          startsOn: '2026-11-01',
          endsOn: '2027-01-31',
        }),
      ],
    ],
    ['six hours more in the mornings', 'SAME_DAYPART', [anotherMeasure({ hoursPerWeek: 6 })]],
  ])('is too little beside %s: %s', (_, code, measures) => {
    expect(beside(measures)).toThrow(refusal(code));
  });
});
