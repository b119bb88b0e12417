import { describe, expect, test } from '@jest/globals';
import {
  hiredProposal,
  adasProposalIds,
  proposalToAda,
  vacancyWith,
  withdrawnProposal,
  closedVacancyWith,
  manyProposals,
} from '../../employers.fixture.ts';
import type { Proposal, ProposalAnswer } from '../../vacancy/proposal.ts';
import { endProposals } from './end-proposals.ts';

const answered = (code: ProposalAnswer, answeredOn = '2026-03-05'): Proposal => ({
  ...proposalToAda,
  answer: { code, answeredOn },
});

describe('ending the proposals of a closed vacancy', () => {
  test.each([proposalToAda, answered('INTERESTED'), answered('APPLIED'), answered('INTERVIEWED')])(
    'ends one whose outcome is open, and keeps what was said: %j',
    (proposal) => {
      expect(endProposals(closedVacancyWith(proposal))).toEqual({
        state: closedVacancyWith({ ...proposal, withdrawn: { reason: 'VACANCY_CLOSED', withdrawnOn: '2026-03-08' } }),
        events: [
          {
            type: 'proposal.withdrawn',
            data: { ...adasProposalIds, withdrawnOn: '2026-03-08', reason: 'VACANCY_CLOSED' },
          },
        ],
      });
    },
  );

  test.each([hiredProposal, withdrawnProposal, answered('REJECTED_BY_PERSON'), answered('REJECTED_BY_EMPLOYER')])(
    'leaves one that is over: %j',
    (proposal) => {
      expect(endProposals(closedVacancyWith(proposal))).toEqual({ state: closedVacancyWith(proposal), events: [] });
    },
  );

  test.each([{ ...proposalToAda, proposedOn: '2026-03-09' }, answered('APPLIED', '2026-03-09')])(
    'ends none before it was made and answered: %j',
    (proposal) => {
      expect(endProposals(closedVacancyWith(proposal)).events).toMatchObject([{ data: { withdrawnOn: '2026-03-09' } }]);
    },
  );

  test('ends no more at once than can be said at once, and knows how many are left', () => {
    const steps = [closedVacancyWith(...manyProposals(120))];
    for (let step = 0; step < 4; step += 1)
      steps.push(...steps.slice(-1).map((vacancy) => endProposals(vacancy).state));
    expect(steps.map(({ proposalsToEnd }) => proposalsToEnd)).toEqual([120, 70, 20, undefined, undefined]);
    expect(steps[4]).toBe(steps[3]);
  });

  test('nothing ends while the vacancy is not closed', () => {
    expect(endProposals(vacancyWith(proposalToAda))).toEqual({ state: vacancyWith(proposalToAda), events: [] });
  });
});
