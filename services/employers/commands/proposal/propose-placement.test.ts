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
  test('is kept with the vacancy and told by an event', () => {
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
    {
      name: 'for a closed vacancy',
      code: 'VACANCY_CLOSED',
      existing: { ...vacancy, closed: { reason: 'WITHDRAWN' as const, closedOn: '2026-03-03' } },
      proposal: proposalToAda,
    },
    {
      name: 'when every post is taken',
      code: 'VACANCY_FILLED',
      existing: vacancyWith(hiredProposal),
      proposal: proposalToBen,
    },
    {
      name: 'on a day to come',
      code: 'INVALID_INPUT',
      existing: vacancy,
      proposal: { ...proposalToAda, proposedOn: '2026-03-11' },
    },
    {
      name: 'before the vacancy was registered',
      code: 'INVALID_INPUT',
      existing: vacancy,
      proposal: { ...proposalToAda, proposedOn: '2026-02-01' },
    },
    {
      name: 'with a reply due before it',
      code: 'INVALID_INPUT',
      existing: vacancy,
      proposal: { ...proposalToAda, replyDueOn: '2026-03-01' },
    },
  ])('is refused $name: $code', ({ code, existing, proposal }) => {
    expect(() => proposePlacement(existing, { proposal, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
