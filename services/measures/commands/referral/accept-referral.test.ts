import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { factsOfReferral, sentReferral } from '../../referral/referral.fixture.ts';
import { acceptReferral } from './accept-referral.ts';

const acceptedOn = '2026-08-10';

describe('a recipient who takes the person on', () => {
  test('is noted, and an event says so', () => {
    expect(acceptReferral(sentReferral, { acceptedOn })).toEqual({
      state: { ...sentReferral, status: 'ACCEPTED', acceptedOn },
      events: [{ type: 'referral.accepted', data: { ...factsOfReferral, acceptedOn } }],
    });
  });

  test('is noted once', () => {
    const accepted: Referral = { ...sentReferral, status: 'ACCEPTED', acceptedOn };
    expect(acceptReferral(accepted, { acceptedOn: '2026-08-11' })).toEqual({ state: accepted, events: [] });
  });

  test.each([
    [
      'a revoked referral',
      'WRONG_STATUS',
      { referral: { ...sentReferral, status: 'REVOKED' as const }, on: acceptedOn },
    ],
    ['a day before the referral was sent', 'INVALID_INPUT', { referral: sentReferral, on: '2026-07-31' }],
  ])('cannot answer %s: %s', (_, code, { referral, on }) => {
    expect(() => acceptReferral(referral, { acceptedOn: on })).toThrow(expect.objectContaining({ code }));
  });
});
