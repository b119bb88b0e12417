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
  test.each([
    ['without an answer', proposalToAda],
    ['answered with INTERESTED', answered('INTERESTED')],
    ['answered with APPLIED', answered('APPLIED')],
    ['answered with INTERVIEWED', answered('INTERVIEWED')],
  ])('ends a proposal %s, and keeps the answer', (_name, proposal) => {
    expect(endProposals(closedVacancyWith(proposal))).toEqual({
      state: closedVacancyWith({ ...proposal, withdrawn: { reason: 'VACANCY_CLOSED', withdrawnOn: '2026-03-08' } }),
      events: [
        {
          type: 'proposal.withdrawn',
          data: { ...adasProposalIds, withdrawnOn: '2026-03-08', reason: 'VACANCY_CLOSED' },
        },
      ],
    });
  });

  test.each([
    ['answered with HIRED', hiredProposal],
    ['that was withdrawn', withdrawnProposal],
    ['answered with REJECTED_BY_PERSON', answered('REJECTED_BY_PERSON')],
    ['answered with REJECTED_BY_EMPLOYER', answered('REJECTED_BY_EMPLOYER')],
  ])('leaves a proposal %s as it is', (_name, proposal) => {
    expect(endProposals(closedVacancyWith(proposal))).toEqual({ state: closedVacancyWith(proposal), events: [] });
  });

  test.each([
    ['made', { ...proposalToAda, proposedOn: '2026-03-09' }],
    ['answered', answered('APPLIED', '2026-03-09')],
  ])('ends no proposal before the day on which it was %s', (_name, proposal) => {
    expect(endProposals(closedVacancyWith(proposal)).events).toMatchObject([{ data: { withdrawnOn: '2026-03-09' } }]);
  });

  test('ends no more in one step than the outbox has room for, and counts how many remain', () => {
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
