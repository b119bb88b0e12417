import { describe, expect, test } from '@jest/globals';
import {
  hiredProposal,
  adasProposalIds,
  proposalToAda,
  proposalToBen,
  testDay,
  vacancy,
  vacancyWith,
  withdrawnProposal,
} from '../../employers.fixture.ts';
import { proposePlacement } from './propose-placement.ts';

describe('proposing a vacancy to a person', () => {
  test('is part of the vacancy and says so', () => {
    expect(
      proposePlacement(vacancy, { proposal: { ...proposalToAda, replyDueOn: '2026-03-09' }, today: testDay }),
    ).toEqual({
      state: { ...vacancy, proposals: [{ ...proposalToAda, replyDueOn: '2026-03-09' }] },
      events: [
        { type: 'proposal.made', data: { ...adasProposalIds, proposedOn: '2026-03-02', withLegalNotice: false } },
      ],
    });
  });

  test('takes no post', () => {
    expect(
      proposePlacement(vacancyWith(proposalToAda), { proposal: proposalToBen, today: testDay }).state.freePosts,
    ).toBe(1);
  });

  test('again to the same person changes nothing', () => {
    const both = vacancyWith(proposalToAda, proposalToBen);
    expect(proposePlacement(both, { proposal: { ...proposalToAda, id: 'pr-again' }, today: testDay })).toEqual({
      state: both,
      events: [],
    });
  });

  test('once withdrawn is possible again', () => {
    const again = { ...proposalToAda, id: 'pr-again', proposedOn: '2026-03-08' };
    expect(
      proposePlacement(vacancyWith(withdrawnProposal), { proposal: again, today: testDay }).state.proposals,
    ).toEqual([withdrawnProposal, again]);
  });

  test.each([
    ['VACANCY_CLOSED', { ...vacancy, closed: { reason: 'WITHDRAWN' as const, closedOn: '2026-03-03' } }, proposalToAda],
    ['VACANCY_FILLED', vacancyWith(hiredProposal), proposalToBen],
    ['INVALID_INPUT', vacancy, { ...proposalToAda, proposedOn: '2026-03-11' }],
    ['INVALID_INPUT', vacancy, { ...proposalToAda, proposedOn: '2026-02-01' }],
    ['INVALID_INPUT', vacancy, { ...proposalToAda, replyDueOn: '2026-03-01' }],
  ])('is refused with %s', (code, known, proposal) => {
    expect(() => proposePlacement(known, { proposal, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
