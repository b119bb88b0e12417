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
  test('is kept with the proposal and told by an event', () => {
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

  test.each([
    ['a proposal that ended with it', endedWithIt],
    ['a rejection', rejected],
  ])('HIRED can be recorded after %s once the vacancy is closed: it may be why', (_name, proposal) => {
    expect(answerProposal(closedVacancyWith(proposal), adaIs('HIRED')).state).toEqual(closedVacancyWith(hiredProposal));
  });

  test('a rejection can be recorded once the vacancy is closed', () => {
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

  test('makes no event the second time', () => {
    expect(answerProposal(vacancyWith(hiredProposal), adaIs('HIRED', testDay))).toEqual({
      state: vacancyWith(hiredProposal),
      events: [],
    });
  });

  test.each([
    {
      name: 'as HIRED when every post is taken',
      code: 'VACANCY_FILLED',
      vacancy: vacancyWith(proposalToAda, { ...hiredProposal, id: 'pr-ben', personId: 'p-ben' }),
      answer: adaIs('HIRED'),
    },
    {
      name: 'when the person has begun to work',
      code: 'PROPOSAL_CLOSED',
      vacancy: vacancyWith(hiredProposal),
      answer: { ...adaIs('REJECTED_BY_PERSON'), workBegun: true },
    },
    {
      name: 'for a proposal that was withdrawn',
      code: 'PROPOSAL_CLOSED',
      vacancy: vacancyWith(withdrawnProposal),
      answer: adaIs('INTERESTED'),
    },
    {
      name: 'as INTERESTED for a proposal that ended with its vacancy',
      code: 'PROPOSAL_CLOSED',
      vacancy: closedVacancyWith(endedWithIt),
      answer: adaIs('INTERESTED'),
    },
    {
      name: 'as a rejection for a proposal that ended with its vacancy',
      code: 'PROPOSAL_CLOSED',
      vacancy: closedVacancyWith(endedWithIt),
      answer: adaIs('REJECTED_BY_PERSON'),
    },
    {
      name: 'as HIRED for a proposal that was withdrawn before the closing',
      code: 'PROPOSAL_CLOSED',
      vacancy: closedVacancyWith(withdrawnProposal),
      answer: adaIs('HIRED'),
    },
    {
      name: 'as HIRED when another proposal led the person to work',
      code: 'PROPOSAL_CLOSED',
      vacancy: { ...closedVacancyWith(endedWithIt, { ...hiredProposal, id: 'pr-again' }), posts: 2, freePosts: 1 },
      answer: adaIs('HIRED'),
    },
    {
      name: 'as HIRED when the vacancy is open again',
      code: 'PROPOSAL_CLOSED',
      vacancy: vacancyWith(endedWithIt),
      answer: adaIs('HIRED'),
    },
    {
      name: 'as HIRED when every post of the closed vacancy is taken',
      code: 'VACANCY_FILLED',
      vacancy: closedVacancyWith(endedWithIt, { ...hiredProposal, id: 'pr-ben', personId: 'p-ben' }),
      answer: adaIs('HIRED'),
    },
    {
      name: 'as INTERESTED after a rejection once the vacancy is closed',
      code: 'VACANCY_CLOSED',
      vacancy: closedVacancyWith(rejected),
      answer: adaIs('INTERESTED'),
    },
    {
      name: 'as APPLIED once the vacancy is closed',
      code: 'VACANCY_CLOSED',
      vacancy: closedVacancyWith(proposalToAda),
      answer: adaIs('APPLIED'),
    },
    {
      name: 'for a proposal that is not there',
      code: 'NOT_FOUND',
      vacancy: vacancyWith(proposalToBen),
      answer: adaIs('INTERESTED'),
    },
    {
      name: 'on a day to come',
      code: 'INVALID_INPUT',
      vacancy: vacancyWith(proposalToAda),
      answer: adaIs('INTERESTED', '2026-03-11'),
    },
    {
      name: 'before the proposal was made',
      code: 'INVALID_INPUT',
      vacancy: vacancyWith(proposalToAda),
      answer: adaIs('INTERESTED', '2026-03-01'),
    },
  ])('is refused $name: $code', ({ code, vacancy, answer }) => {
    expect(() => answerProposal(vacancy, answer)).toThrow(expect.objectContaining({ code }));
  });
});
