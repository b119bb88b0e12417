import { describe, expect, test } from '@jest/globals';
import { assertLedTo, assertNotBefore, factDay } from './fact-day.ts';

const invalid = expect.objectContaining({ code: 'INVALID_INPUT' });

describe('the day of a fact', () => {
  test('is today unless another one is given, and never one to come', () => {
    expect([factDay('heldOn', undefined, '2026-09-30'), factDay('heldOn', '2026-09-29', '2026-09-30')]).toEqual(['2026-09-30', '2026-09-29']);
    expect(() => factDay('heldOn', '2026-10-01', '2026-09-30')).toThrow(invalid);
  });

  test('is not before what it follows', () => {
    for (const earliest of ['2026-09-29', undefined]) expect(() => assertNotBefore('heldOn', '2026-09-29', earliest)).not.toThrow();
    expect(() => assertNotBefore('heldOn', '2026-09-28', '2026-09-29')).toThrow(invalid);
  });

  test('that led to a case is at most three months before it was opened', () => {
    expect(() => assertLedTo({ openedOn: '2026-06-03' }, 'invitedOn', '2026-03-03')).not.toThrow();
    expect(() => assertLedTo({ openedOn: '2026-06-03' }, 'invitedOn', '2026-03-02')).toThrow(invalid);
  });
});
