import { describe, expect, test } from '@jest/globals';
import type { Referral } from '../../referral/referral.ts';
import { completeReferral } from './complete-referral.ts';

const accepted: Referral = {
  id: 'r-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  instrument: 'P81_FBW',
  recipient: 'AGENTUR',
  status: 'ACCEPTED',
  sentOn: '2026-08-01',
  acceptedOn: '2026-08-10',
};
const end = { completedOn: '2026-09-20', outcome: 'GRANTED' as const };
const completed: Referral = { ...accepted, status: 'COMPLETED', ...end };

describe('completing a referral', () => {
  test('is noted and said, with what came of it', () => {
    expect(completeReferral(accepted, end)).toEqual({
      state: completed,
      events: [
        {
          type: 'referral.completed',
          data: { referralId: 'r-1', personId: 'p-ada', caseId: 'c-ada', instrument: 'P81_FBW', ...end },
        },
      ],
    });
  });

  test('says it once', () => {
    expect(completeReferral(completed, end)).toEqual({ state: completed, events: [] });
  });

  test.each([
    ['WRONG_STATUS', { ...accepted, status: 'SENT' as const }, end],
    ['INVALID_INPUT', accepted, { ...end, completedOn: '2026-08-09' }],
  ])('is refused with %s', (code, referral, completion) => {
    expect(() => completeReferral(referral, completion)).toThrow(expect.objectContaining({ code }));
  });
});
