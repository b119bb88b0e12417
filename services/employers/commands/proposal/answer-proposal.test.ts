import { describe, expect, test } from '@jest/globals';
import { hired, ofAdasProposal, toAda, toBen, today, vacancyWith, withdrawn } from '../../employers.fixture.ts';
import { answerProposal, type AnswerProposal } from './answer-proposal.ts';

const adaIs = (answer: AnswerProposal['answer'], answeredOn = '2026-03-05'): AnswerProposal => ({ proposalId: 'pr-ada', answer, answeredOn, today });

describe('the answer to a proposal', () => {
  test('is kept with the proposal and said', () => {
    expect(answerProposal(vacancyWith(toAda, toBen), adaIs('INTERESTED'))).toEqual({
      state: vacancyWith({ ...toAda, answer: { code: 'INTERESTED', answeredOn: '2026-03-05' } }, toBen),
      events: [{ type: 'placement.answered', data: { ...ofAdasProposal, answeredOn: '2026-03-05', answer: 'INTERESTED' } }],
    });
  });

  test('HIRED takes a post', () => {
    const { state } = answerProposal(vacancyWith(toAda, toBen), adaIs('HIRED'));
    expect([state, state.freePosts]).toEqual([vacancyWith(hired, toBen), 0]);
  });

  test('says nothing the second time', () => {
    expect(answerProposal(vacancyWith(hired), adaIs('HIRED', today))).toEqual({ state: vacancyWith(hired), events: [] });
  });

  test.each([
    ['VACANCY_FILLED', vacancyWith(toAda, { ...hired, id: 'pr-ben', personId: 'p-ben' }), adaIs('HIRED')],
    ['PROPOSAL_CLOSED', vacancyWith(hired), adaIs('REJECTED_BY_PERSON')],
    ['PROPOSAL_CLOSED', vacancyWith(withdrawn), adaIs('INTERESTED')],
    ['NOT_FOUND', vacancyWith(toBen), adaIs('INTERESTED')],
    ['INVALID_INPUT', vacancyWith(toAda), adaIs('INTERESTED', '2026-03-11')],
    ['INVALID_INPUT', vacancyWith(toAda), adaIs('INTERESTED', '2026-03-01')],
  ])('is refused with %s', (code, vacancy, answer) => {
    expect(() => answerProposal(vacancy, answer)).toThrow(expect.objectContaining({ code }));
  });
});
