import { describe, expect, test } from '@jest/globals';
import { withSearchFields, type Daypart, type Measure } from '../../measure/measure.ts';
import { assertTimeInWeek } from './assert-time-in-week.ts';
import { enrolmentOfAda, welding, weldingWith } from '../../measure/measure.fixture.ts';

const other = (changes: Partial<Measure>): Measure => withSearchFields({ ...weldingWith(enrolmentOfAda), id: 'm-2', ...changes });
const beside =
  (measuresOfPerson: Measure[], measure = welding) =>
  () =>
    assertTimeInWeek(measure, { personId: 'p-ada', agreedOn: '2026-08-01', measuresOfPerson });
const refusal = (code: string) => expect.objectContaining({ code });
const [MORNING, AFTERNOON]: [Daypart, Daypart] = ['MORNING', 'AFTERNOON'];

describe('the time a person has for a measure of 25 hours in the mornings', () => {
  test.each([
    ['another one in the afternoons up to 40 hours together', [other({ hoursPerWeek: 15, dayparts: [AFTERNOON] })]],
    [
      'another one whose afternoons leave the mornings free',
      [other({ hoursPerWeek: 15, dayparts: [MORNING, AFTERNOON] })],
    ],
    ['a little more in the mornings', [other({ hoursPerWeek: 5 })]],
    [
      'two others, one after the other',
      [
        other({ hoursPerWeek: 15, dayparts: [AFTERNOON], endsOn: '2026-09-30' }),
        other({ id: 'm-3', hoursPerWeek: 15, dayparts: [AFTERNOON], startsOn: '2026-10-01' }),
      ],
    ],
    [
      'another one of which they may only have six or twelve weeks',
      [other({ hoursPerWeek: 39, instrument: 'P45_MAG', startsOn: '2026-06-01', endsOn: '2026-12-31' })],
    ],
  ])('is enough beside %s', (_, measures) => {
    expect(beside(measures)).not.toThrow();
  });

  test.each([
    ['WEEK_FULL', [other({ hoursPerWeek: 16, dayparts: [AFTERNOON] })]],
    [
      'WEEK_FULL',
      [
        other({ hoursPerWeek: 8, dayparts: [AFTERNOON] }),
        other({ id: 'm-3', hoursPerWeek: 8, dayparts: [AFTERNOON], startsOn: '2026-11-01', endsOn: '2027-01-31' }),
      ],
    ],
    ['SAME_DAYPART', [other({ hoursPerWeek: 6 })]],
  ])('is refused with %s beside too much', (code, measures) => {
    expect(beside(measures)).toThrow(refusal(code));
  });
});
