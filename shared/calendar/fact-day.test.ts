import { describe, expect, test } from '@jest/globals';
import { assertNotBefore, assertNotInFuture, earliestInCase, factDay } from './fact-day.ts';

const invalid = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('the day of a fact', () => {
  test('is today unless another one is given', () => {
    expect([undefined, null, '2026-09-29'].map((given) => factDay('heldOn', given, '2026-09-30'))).toEqual([
      '2026-09-30',
      '2026-09-30',
      '2026-09-29',
    ]);
  });

  test('is never one to come', () => {
    expect(() => factDay('heldOn', '2026-10-01', '2026-09-30')).toThrow(invalid);
    expect(() => assertNotInFuture('heldOn', '2026-10-01', '2026-09-30')).toThrow(invalid);
    expect(() => assertNotInFuture('heldOn', '2026-09-30', '2026-09-30')).not.toThrow();
  });

  test('is not before what it follows', () => {
    for (const earliest of ['2026-09-29', undefined])
      expect(() => assertNotBefore('heldOn', '2026-09-29', earliest)).not.toThrow();
    expect(() => assertNotBefore('heldOn', '2026-09-28', '2026-09-29')).toThrow(invalid);
  });
  test('of a case lies in it, or in the weeks that led to it', () => {
    expect(earliestInCase('2026-06-03')).toBe('2026-03-03');
  });
});
