import { describe, expect, test } from '@jest/globals';
import { dayAfter, dayBefore, daysBetween, daysLater, earlier, isDay, later } from './days.ts';

describe('days', () => {
  test.each([
    ['2026-03-01', 14, '2026-03-15'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-03-01', 0, '2026-03-01'],
    ['0099-12-31', 1, '0100-01-01'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(daysLater(day, days)).toBe(then);
  });

  test('follow one another over the ends of months and years', () => {
    expect([dayBefore('2024-03-01'), dayBefore('2026-03-01'), dayAfter('2025-12-31')]).toEqual(['2024-02-29', '2026-02-28', '2026-01-01']);
  });

  test('are counted from one to another, the nights in which clocks change included', () => {
    expect([daysBetween('2026-03-28', '2026-03-30'), daysBetween('2026-03-01', '2026-03-01'), daysBetween('2026-03-01', '2025-03-01')]).toEqual([2, 0, -365]);
  });

  test('are days that the calendar has, written in full', () => {
    expect(['2024-02-29', '2026-02-29', '2026-04-31', '2026-13-01', '2026-3-1', '2026-03', '2026-03-01T00:00:00Z', ''].map(isDay)).toEqual([true, false, false, false, false, false, false, false]);
  });

  test('are earlier or later than others', () => {
    expect([earlier('2026-03-01', '2026-02-28'), later('2026-03-01', '2026-02-28'), later('2026-03-01', '2026-03-01')]).toEqual(['2026-02-28', '2026-03-01', '2026-03-01']);
  });
});
