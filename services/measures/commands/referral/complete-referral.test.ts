import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { acceptedReferral, factsOfReferral } from '../../referral/referral.fixture.ts';
import { completeReferral } from './complete-referral.ts';

const end = { completedOn: '2026-09-20', outcome: 'GRANTED' as const };
const completed: Referral = { ...acceptedReferral, status: 'COMPLETED', ...end };

describe('completing a referral', () => {
  test('notes what came of it, and an event says so', () => {
    expect(completeReferral(acceptedReferral, end)).toEqual({
      state: completed,
      events: [{ type: 'referral.completed', data: { ...factsOfReferral, ...end } }],
    });
  });

  test('is noted once', () => {
    expect(completeReferral(completed, end)).toEqual({ state: completed, events: [] });
  });

  test.each([
    [
      'before it is accepted',
      'WRONG_STATUS',
      { referral: { ...acceptedReferral, status: 'SENT' as const }, completion: end },
    ],
    [
      'with a day before it was accepted',
      'INVALID_INPUT',
      { referral: acceptedReferral, completion: { ...end, completedOn: '2026-08-09' } },
    ],
  ])('is refused %s: %s', (_, code, { referral, completion }) => {
    expect(() => completeReferral(referral, completion)).toThrow(expect.objectContaining({ code }));
  });
});
