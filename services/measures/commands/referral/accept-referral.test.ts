import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { acceptReferral } from './accept-referral.ts';

const sent: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  status: 'SENT',
  sentOn: '2026-08-01',
};
const acceptedOn = '2026-08-10';

describe('a recipient who takes the person on', () => {
  test('is noted and said', () => {
    expect(acceptReferral(sent, { acceptedOn })).toEqual({
      state: { ...sent, status: 'ACCEPTED', acceptedOn },
      events: [
        {
          type: 'referral.accepted',
          data: { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', acceptedOn },
        },
      ],
    });
  });

  test('says it once', () => {
    const accepted: Referral = { ...sent, status: 'ACCEPTED', acceptedOn };
    expect(acceptReferral(accepted, { acceptedOn: '2026-08-11' })).toEqual({ state: accepted, events: [] });
  });

  test.each([
    ['WRONG_STATUS', { ...sent, status: 'REVOKED' as const }, acceptedOn],
    ['INVALID_INPUT', sent, '2026-07-31'],
  ])('is refused with %s', (code, referral, on) => {
    expect(() => acceptReferral(referral, { acceptedOn: on })).toThrow(expect.objectContaining({ code }));
  });
});
