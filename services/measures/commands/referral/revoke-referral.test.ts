import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { acceptedReferral, factsOfReferral, sentReferral } from '../../referral/referral.fixture.ts';
import { revokeReferral } from './revoke-referral.ts';

const revocation = { revokedOn: '2026-08-20', reason: 'FOUND_WORK' as const };

describe('revoking a referral', () => {
  test.each([
    ['not answered yet', sentReferral],
    ['accepted', acceptedReferral],
  ])('takes back one that is %s, and an event says so', (_, referral) => {
    expect(revokeReferral(referral, revocation)).toEqual({
      state: { ...referral, status: 'REVOKED', revokedOn: '2026-08-20', revocationReason: 'FOUND_WORK' },
      events: [{ type: 'referral.revoked', data: { ...factsOfReferral, ...revocation } }],
    });
  });

  test('is noted once', () => {
    const revoked: Referral = { ...sentReferral, status: 'REVOKED' };
    expect(revokeReferral(revoked, revocation)).toEqual({ state: revoked, events: [] });
  });

  test.each([
    [
      'once it is completed',
      'WRONG_STATUS',
      { referral: { ...sentReferral, status: 'COMPLETED' as const }, input: revocation },
    ],
    [
      'with a day before the answer',
      'INVALID_INPUT',
      { referral: acceptedReferral, input: { ...revocation, revokedOn: '2026-08-09' } },
    ],
  ])('is refused %s: %s', (_, code, { referral, input }) => {
    expect(() => revokeReferral(referral, input)).toThrow(expect.objectContaining({ code }));
  });
});
