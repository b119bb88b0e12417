import { describe, expect, test } from '@jest/globals';
import {
  hiredProposal,
  adasProposalIds,
  proposalToAda,
  proposalToBen,
  testDay,
  vacancyWith,
  withdrawnProposal,
} from '../../employers.fixture.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const withdraw = {
  proposalId: 'pr-ada',
  reason: 'OTHER' as const,
  withdrawnOn: '2026-03-06',
  workBegun: false,
  today: testDay,
};

describe('withdrawing a proposal', () => {
  test('keeps the reason, and tells it', () => {
    expect(withdrawProposal(vacancyWith(proposalToAda, proposalToBen), withdraw)).toEqual({
      state: vacancyWith(withdrawnProposal, proposalToBen),
      events: [
        { type: 'proposal.withdrawn', data: { ...adasProposalIds, withdrawnOn: '2026-03-06', reason: 'OTHER' } },
      ],
    });
  });

  test('frees the post of somebody who was hired by mistake', () => {
    const { state, events } = withdrawProposal(vacancyWith(hiredProposal), { ...withdraw, reason: 'MISTAKE' });
    expect([state.freePosts, events]).toEqual([
      1,
      [{ type: 'proposal.withdrawn', data: { ...adasProposalIds, withdrawnOn: '2026-03-06', reason: 'MISTAKE' } }],
    ]);
  });

  test('a second time changes nothing', () => {
    expect(withdrawProposal(vacancyWith(withdrawnProposal), { ...withdraw, reason: 'MISTAKE' })).toEqual({
      state: vacancyWith(withdrawnProposal),
      events: [],
    });
  });

  test.each([
    {
      name: 'when the person has begun to work',
      code: 'PROPOSAL_CLOSED',
      vacancy: vacancyWith(hiredProposal),
      input: { ...withdraw, workBegun: true },
    },
    {
      name: 'for a proposal that is not there',
      code: 'NOT_FOUND',
      vacancy: vacancyWith(proposalToBen),
      input: withdraw,
    },
    {
      name: 'on a day to come',
      code: 'INVALID_INPUT',
      vacancy: vacancyWith(proposalToAda),
      input: { ...withdraw, withdrawnOn: '2026-03-11' },
    },
    {
      name: 'before the proposal was made',
      code: 'INVALID_INPUT',
      vacancy: vacancyWith(proposalToAda),
      input: { ...withdraw, withdrawnOn: '2026-03-01' },
    },
  ])('is refused $name: $code', ({ code, vacancy, input }) => {
    expect(() => withdrawProposal(vacancy, input)).toThrow(expect.objectContaining({ code }));
  });
});
