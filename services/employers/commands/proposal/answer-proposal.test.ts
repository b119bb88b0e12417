import { describe, expect, test } from '@jest/globals';
import {
  hiredProposal,
  adasProposalIds,
  proposalToAda,
  proposalToBen,
  testDay,
  vacancyWith,
  withdrawnProposal,
  closedVacancyWith,
} from '../../employers.fixture.ts';
import type { Proposal } from '../../vacancy/proposal.ts';
import { answerProposal, type AnswerProposal } from './answer-proposal.ts';

const adaIs = (answer: AnswerProposal['answer'], answeredOn = '2026-03-05'): AnswerProposal => ({
  proposalId: 'pr-ada',
  answer,
  answeredOn,
  workBegun: false,
  today: testDay,
});

const endedWithIt: Proposal = { ...proposalToAda, withdrawn: { reason: 'VACANCY_CLOSED', withdrawnOn: '2026-03-08' } };
const rejected: Proposal = { ...proposalToAda, answer: { code: 'REJECTED_BY_EMPLOYER', answeredOn: '2026-03-04' } };

describe('the answer to a proposal', () => {
  test('is kept with the proposal and said', () => {
    expect(answerProposal(vacancyWith(proposalToAda, proposalToBen), adaIs('INTERESTED'))).toEqual({
      state: vacancyWith({ ...proposalToAda, answer: { code: 'INTERESTED', answeredOn: '2026-03-05' } }, proposalToBen),
      events: [
        { type: 'proposal.answered', data: { ...adasProposalIds, answeredOn: '2026-03-05', answer: 'INTERESTED' } },
      ],
    });
  });

  test('HIRED takes a post', () => {
    const { state } = answerProposal(vacancyWith(proposalToAda, proposalToBen), adaIs('HIRED'));
    expect([state, state.freePosts]).toEqual([vacancyWith(hiredProposal, proposalToBen), 0]);
  });

  test.each([endedWithIt, rejected])('HIRED can be said once the vacancy is closed: it may be why. %j', (proposal) => {
    expect(answerProposal(closedVacancyWith(proposal), adaIs('HIRED')).state).toEqual(closedVacancyWith(hiredProposal));
  });

  test('a closed vacancy ends no answer that was not there by then', () => {
    expect(answerProposal(closedVacancyWith(proposalToAda), adaIs('REJECTED_BY_PERSON')).state.proposals).toMatchObject(
      [{ answer: { code: 'REJECTED_BY_PERSON' } }],
    );
  });

  test.each(['REJECTED_BY_PERSON', 'REJECTED_BY_EMPLOYER', 'INTERVIEWED'] as const)(
    'HIRED by mistake is corrected to %s, and the post is free again',
    (answer) => {
      const { state, events } = answerProposal(vacancyWith(hiredProposal, proposalToBen), adaIs(answer, '2026-03-06'));
      expect([state, state.freePosts]).toEqual([
        vacancyWith({ ...proposalToAda, answer: { code: answer, answeredOn: '2026-03-06' } }, proposalToBen),
        1,
      ]);
      expect(events).toEqual([
        { type: 'proposal.answered', data: { ...adasProposalIds, answeredOn: '2026-03-06', answer } },
      ]);
    },
  );

  test('HIRED by mistake is corrected once the vacancy is closed too', () => {
    expect(
      answerProposal(closedVacancyWith(hiredProposal), adaIs('REJECTED_BY_PERSON', '2026-03-09')).state.proposals,
    ).toMatchObject([{ answer: { code: 'REJECTED_BY_PERSON' } }]);
  });

  test('says nothing the second time', () => {
    expect(answerProposal(vacancyWith(hiredProposal), adaIs('HIRED', testDay))).toEqual({
      state: vacancyWith(hiredProposal),
      events: [],
    });
  });

  test.each([
    [
      'VACANCY_FILLED',
      vacancyWith(proposalToAda, { ...hiredProposal, id: 'pr-ben', personId: 'p-ben' }),
      adaIs('HIRED'),
    ],
    ['PROPOSAL_CLOSED', vacancyWith(hiredProposal), { ...adaIs('REJECTED_BY_PERSON'), workBegun: true }],
    ['PROPOSAL_CLOSED', vacancyWith(withdrawnProposal), adaIs('INTERESTED')],
    ['PROPOSAL_CLOSED', closedVacancyWith(endedWithIt), adaIs('INTERESTED')],
    ['PROPOSAL_CLOSED', closedVacancyWith(endedWithIt), adaIs('REJECTED_BY_PERSON')],
    ['PROPOSAL_CLOSED', closedVacancyWith(withdrawnProposal), adaIs('HIRED')],
    [
      'PROPOSAL_CLOSED',
      { ...closedVacancyWith(endedWithIt, { ...hiredProposal, id: 'pr-again' }), posts: 2, freePosts: 1 },
      adaIs('HIRED'),
    ],
    ['PROPOSAL_CLOSED', vacancyWith(endedWithIt), adaIs('HIRED')],
    [
      'VACANCY_FILLED',
      closedVacancyWith(endedWithIt, { ...hiredProposal, id: 'pr-ben', personId: 'p-ben' }),
      adaIs('HIRED'),
    ],
    ['VACANCY_CLOSED', closedVacancyWith(rejected), adaIs('INTERESTED')],
    ['VACANCY_CLOSED', closedVacancyWith(proposalToAda), adaIs('APPLIED')],
    ['NOT_FOUND', vacancyWith(proposalToBen), adaIs('INTERESTED')],
    ['INVALID_INPUT', vacancyWith(proposalToAda), adaIs('INTERESTED', '2026-03-11')],
    ['INVALID_INPUT', vacancyWith(proposalToAda), adaIs('INTERESTED', '2026-03-01')],
  ])('is refused with %s', (code, vacancy, answer) => {
    expect(() => answerProposal(vacancy, answer)).toThrow(expect.objectContaining({ code }));
  });
});
