import { describe, expect, test } from '@jest/globals';
import { hired, ofAdasProposal, toAda, toBen, today, vacancyWith, withdrawn } from '../../employers.fixture.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const withdraw = { proposalId: 'pr-ada', reason: 'OTHER' as const, withdrawnOn: '2026-03-06', begun: false, today };

describe('withdrawing a proposal', () => {
  test('keeps why, and says so', () => {
    expect(withdrawProposal(vacancyWith(toAda, toBen), withdraw)).toEqual({
      state: vacancyWith(withdrawn, toBen),
      events: [{ type: 'proposal.withdrawn', data: { ...ofAdasProposal, withdrawnOn: '2026-03-06', reason: 'OTHER' } }],
    });
  });

  test('frees the post of somebody who was hired by mistake', () => {
    const { state, events } = withdrawProposal(vacancyWith(hired), { ...withdraw, reason: 'MISTAKE' });
    expect([state.freePosts, events]).toEqual([
      1,
      [{ type: 'proposal.withdrawn', data: { ...ofAdasProposal, withdrawnOn: '2026-03-06', reason: 'MISTAKE' } }],
    ]);
  });

  test('a second time changes nothing', () => {
    expect(withdrawProposal(vacancyWith(withdrawn), { ...withdraw, reason: 'MISTAKE' })).toEqual({
      state: vacancyWith(withdrawn),
      events: [],
    });
  });

  test.each([
    ['PROPOSAL_CLOSED', vacancyWith(hired), { ...withdraw, begun: true }],
    ['NOT_FOUND', vacancyWith(toBen), withdraw],
    ['INVALID_INPUT', vacancyWith(toAda), { ...withdraw, withdrawnOn: '2026-03-11' }],
    ['INVALID_INPUT', vacancyWith(toAda), { ...withdraw, withdrawnOn: '2026-03-01' }],
  ])('is refused with %s', (code, vacancy, input) => {
    expect(() => withdrawProposal(vacancy, input)).toThrow(expect.objectContaining({ code }));
  });
});
