import { expect, test } from '@jest/globals';
import { roomFrom, timesElsewhere } from './membership.ts';
import { household } from '../commands/ada.fixture.ts';
import type { Period } from '#shared/calendar/days.ts';

test.each<[string, Period[], Period | undefined]>([
  ['nothing else', [], { from: '2023-01-01' }],
  ['one that was left before', [{ from: '2020-01-01', to: '2022-12-31' }], { from: '2023-01-01' }],
  ['one that was left after that day', [{ from: '2020-01-01', to: '2023-06-30' }], { from: '2023-07-01' }],
  ['one joined since', [{ from: '2024-02-01' }], { from: '2023-01-01', to: '2024-01-31' }],
  [
    'one that was left, and one joined since',
    [{ from: '2024-02-01' }, { from: '2020-01-01', to: '2023-06-30' }],
    { from: '2023-07-01', to: '2024-01-31' },
  ],
  [
    'one that goes on without a day between',
    [{ from: '2020-01-01', to: '2023-06-30' }, { from: '2023-07-01' }],
    undefined,
  ],
])('beside %s, there is room for another unit', (_, elsewhere, room) => {
  expect(roomFrom('2023-01-01', elsewhere)).toEqual(room);
});

test('the times elsewhere are those in every unit but this one', () => {
  expect([
    timesElsewhere('p-ada', [household], 'bg-2'),
    timesElsewhere('p-ada', [household], 'bg-1'),
    timesElsewhere('p-cem', [household], 'bg-2'),
  ]).toEqual([[{ from: '2024-03-01' }], [], []]);
});
