import { describe, expect, test } from '@jest/globals';
import type { Period } from '#shared/calendar/days.ts';
import { enrolmentOfAda, welding, weldingWith } from '../measure/measure.fixture.ts';
import { timeSpentBefore, timesInWorkOpportunities } from './work-opportunity.ts';

const time = (from: string, to?: string): Period => ({ from, to });

describe('the times in work opportunities', () => {
  test('are those of the person in measures, past ones too, and placements, in order', () => {
    const yard = {
      ...weldingWith(
        { ...enrolmentOfAda, status: 'ENDED', startedOn: '2026-09-07', endedOn: '2026-09-30' },
        { ...enrolmentOfAda, id: 'e-2', personId: 'p-ben' },
      ),
      instrument: 'P16D',
    };
    const garden = {
      ...weldingWith(
        { ...enrolmentOfAda, id: 'e-3', agreedOn: '2027-01-10' },
        { ...enrolmentOfAda, id: 'e-4', status: 'PROPOSED' },
      ),
      instrument: 'P16D',
      entry: 'ROLLING' as const,
      startsOn: '2027-01-01',
      endsOn: '2027-06-30',
    };
    const placement = {
      id: 'pl-1',
      personId: 'p-ada',
      kind: 'PUBLICLY_FUNDED',
      fundedBy: ['P16D'],
      startedOn: '2025-01-01',
      endedOn: '2025-03-31',
    };
    const past = { id: 'past-1', instrument: 'P16D', from: '2024-03-01', to: '2024-05-31', recordedOn: '2026-09-01' };
    expect(
      timesInWorkOpportunities('p-ada', {
        measures: [garden, yard, weldingWith(enrolmentOfAda)],
        placements: [placement, { ...placement, id: 'pl-2', fundedBy: ['P16I'] }],
        pastMeasures: [past, { ...past, id: 'past-2', instrument: 'P45_MAT' }],
      }),
    ).toEqual([
      { from: '2024-03-01', to: '2024-05-31' },
      { from: '2025-01-01', to: '2025-03-31' },
      { from: welding.startsOn, to: '2026-09-30' },
      { from: '2027-01-10', to: '2027-06-30' },
    ]);
  });

  const asked = '2026-10-01';
  test.each([
    ['nothing is nothing', asked, [], [0, 0]],
    ['what is over counts with both its days', asked, [time('2026-01-01', '2026-01-30')], [0, 30]],
    ['what goes on counts until the day before', asked, [time('2026-08-30')], [1, 1]],
    ['what lies in the future does not count', asked, [time('2026-10-01', '2026-12-31')], [0, 0]],
    [
      'two at the same time count once',
      asked,
      [time('2026-01-01', '2026-01-30'), time('2026-01-11', '2026-02-09')],
      [1, 9],
    ],
    [
      'one within another adds nothing',
      asked,
      [time('2026-01-01', '2026-03-31'), time('2026-02-01', '2026-02-10')],
      [3, 0],
    ],
    ['what began five years ago is over and done with', asked, [time('2021-10-01', '2023-09-30')], [0, 0]],
    ['a day less, and it still counts', asked, [time('2021-10-02', '2021-11-01')], [1, 0]],
    [
      'an entry after five years begins new ones',
      asked,
      [time('2020-01-01', '2021-12-31'), time('2025-01-01', '2025-01-31')],
      [1, 0],
    ],
    ['nearly two years are 23 months and 20 days', '2026-01-10', [time('2021-03-01', '2023-02-20')], [23, 20]],
    ['months of 31 days are months', '2026-02-15', [time('2021-03-01', '2022-12-31')], [22, 0]],
    [
      'what is left over of several adds up, 30 days a month',
      asked,
      [time('2024-01-01', '2024-02-20'), time('2025-01-01', '2025-02-20')],
      [3, 10],
    ],
  ])('%s', (_, ...[day, times, [months, days]]) => {
    expect(timeSpentBefore(day, times)).toEqual({ months, days });
  });
});
