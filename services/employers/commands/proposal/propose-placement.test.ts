import { describe, expect, test } from '@jest/globals';
import {
  hired,
  ofAdasProposal,
  toAda,
  toBen,
  today,
  vacancy,
  vacancyWith,
  withdrawn,
} from '../../employers.fixture.ts';
import { proposePlacement } from './propose-placement.ts';

describe('proposing a vacancy to a person', () => {
  test('is part of the vacancy and says so', () => {
    expect(proposePlacement(vacancy, { proposal: { ...toAda, replyDueOn: '2026-03-09' }, today })).toEqual({
      state: { ...vacancy, proposals: [{ ...toAda, replyDueOn: '2026-03-09' }] },
      events: [
        { type: 'proposal.made', data: { ...ofAdasProposal, proposedOn: '2026-03-02', withLegalNotice: false } },
      ],
    });
  });

  test('takes no post', () => {
    expect(proposePlacement(vacancyWith(toAda), { proposal: toBen, today }).state.freePosts).toBe(1);
  });

  test('again to the same person changes nothing', () => {
    const both = vacancyWith(toAda, toBen);
    expect(proposePlacement(both, { proposal: { ...toAda, id: 'pr-again' }, today })).toEqual({
      state: both,
      events: [],
    });
  });

  test('once withdrawn is possible again', () => {
    const again = { ...toAda, id: 'pr-again', proposedOn: '2026-03-08' };
    expect(proposePlacement(vacancyWith(withdrawn), { proposal: again, today }).state.proposals).toEqual([
      withdrawn,
      again,
    ]);
  });

  test.each([
    ['VACANCY_CLOSED', { ...vacancy, closed: { reason: 'WITHDRAWN' as const, closedOn: '2026-03-03' } }, toAda],
    ['VACANCY_FILLED', vacancyWith(hired), toBen],
    ['INVALID_INPUT', vacancy, { ...toAda, proposedOn: '2026-03-11' }],
    ['INVALID_INPUT', vacancy, { ...toAda, proposedOn: '2026-02-01' }],
    ['INVALID_INPUT', vacancy, { ...toAda, replyDueOn: '2026-03-01' }],
  ])('is refused with %s', (code, known, proposal) => {
    expect(() => proposePlacement(known, { proposal, today })).toThrow(expect.objectContaining({ code }));
  });
});
