import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { acceptedReferral, factsOfReferral, sentReferral } from '../../referral/referral.fixture.ts';
import { rejectReferral } from './reject-referral.ts';

const rejection = { rejectedOn: '2026-08-10', reason: 'CONDITIONS_NOT_MET' as const };
const rejected: Referral = {
  ...sentReferral,
  status: 'REJECTED',
  rejectedOn: '2026-08-10',
  rejectionReason: 'CONDITIONS_NOT_MET',
};

describe('a recipient who does not take the person on', () => {
  test('is noted with the reason, and an event says so', () => {
    expect(rejectReferral(sentReferral, rejection)).toEqual({
      state: rejected,
      events: [{ type: 'referral.rejected', data: { ...factsOfReferral, ...rejection } }],
    });
  });

  test('is noted once', () => {
    expect(rejectReferral(rejected, rejection)).toEqual({ state: rejected, events: [] });
  });

  test.each([
    [
      'another reason',
      'WRONG_STATUS',
      { referral: rejected, answer: { ...rejection, reason: 'NO_CAPACITY' as const } },
    ],
    ['after accepting', 'WRONG_STATUS', { referral: acceptedReferral, answer: rejection }],
    [
      'a day before it was sent',
      'INVALID_INPUT',
      { referral: sentReferral, answer: { ...rejection, rejectedOn: '2026-07-31' } },
    ],
  ])('cannot answer with %s: %s', (_, code, { referral, answer }) => {
    expect(() => rejectReferral(referral, answer)).toThrow(expect.objectContaining({ code }));
  });
});
