import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { revokeReferral } from './revoke-referral.ts';

const sent: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  status: 'SENT',
  sentOn: '2026-08-01',
};
const accepted: Referral = { ...sent, status: 'ACCEPTED', acceptedOn: '2026-08-10' };
const back = { revokedOn: '2026-08-20', reason: 'FOUND_WORK' as const };

describe('revoking a referral', () => {
  test.each([sent, accepted])('is noted and said: %j', (referral) => {
    expect(revokeReferral(referral, back)).toEqual({
      state: { ...referral, status: 'REVOKED', revokedOn: '2026-08-20', revocationReason: 'FOUND_WORK' },
      events: [
        {
          type: 'referral.revoked',
          data: { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', ...back },
        },
      ],
    });
  });

  test('says it once', () => {
    const revoked: Referral = { ...sent, status: 'REVOKED' };
    expect(revokeReferral(revoked, back)).toEqual({ state: revoked, events: [] });
  });

  test.each([
    ['WRONG_STATUS', { ...sent, status: 'COMPLETED' as const }, back],
    ['INVALID_INPUT', accepted, { ...back, revokedOn: '2026-08-09' }],
  ])('is refused with %s', (code, referral, revocation) => {
    expect(() => revokeReferral(referral, revocation)).toThrow(expect.objectContaining({ code }));
  });
});
