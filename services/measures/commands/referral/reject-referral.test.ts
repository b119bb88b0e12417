import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { rejectReferral } from './reject-referral.ts';

const sent: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  status: 'SENT',
  sentOn: '2026-08-01',
};
const no = { rejectedOn: '2026-08-10', reason: 'CONDITIONS_NOT_MET' as const };
const rejected: Referral = {
  ...sent,
  status: 'REJECTED',
  rejectedOn: '2026-08-10',
  rejectionReason: 'CONDITIONS_NOT_MET',
};

describe('a recipient who does not take the person on', () => {
  test('is noted and said, with the reason', () => {
    expect(rejectReferral(sent, no)).toEqual({
      state: rejected,
      events: [
        {
          type: 'referral.rejected',
          data: { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', ...no },
        },
      ],
    });
  });

  test('says it once', () => {
    expect(rejectReferral(rejected, no)).toEqual({ state: rejected, events: [] });
  });

  test.each([
    ['WRONG_STATUS', rejected, { ...no, reason: 'NO_CAPACITY' as const }],
    ['WRONG_STATUS', { ...sent, status: 'ACCEPTED' as const }, no],
    ['INVALID_INPUT', sent, { ...no, rejectedOn: '2026-07-31' }],
  ])('is refused with %s', (code, referral, answer) => {
    expect(() => rejectReferral(referral, answer)).toThrow(expect.objectContaining({ code }));
  });
});
