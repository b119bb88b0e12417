import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { isHired, ofProposal, proposalOf, withProposal, type ProposalAnswer, type Vacancy, type VacancyDecision } from '../../vacancy.ts';

export type AnswerProposal = { proposalId: string; answer: ProposalAnswer; answeredOn: string; today: string };

/** What person or employer said; a later answer replaces an earlier one. HIRED takes a post and stays: the last post is given once. */
export function answerProposal(vacancy: Vacancy, { proposalId, answer, answeredOn, today }: AnswerProposal): VacancyDecision {
  const proposal = proposalOf(vacancy, proposalId);
  if (proposal.withdrawn) throw new Refusal('PROPOSAL_CLOSED', 'The proposal was withdrawn.');
  if (proposal.answer?.code === answer) return { state: vacancy, events: [] };
  if (isHired(proposal)) throw new Refusal('PROPOSAL_CLOSED', 'The person was hired; end the placement instead.');
  if (answer === 'HIRED' && vacancy.freePosts === 0) throw new Refusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  assertNotInFuture('answeredOn', answeredOn, today);
  assertNotBefore('answeredOn', answeredOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, answer: { code: answer, answeredOn } }),
    events: [{ type: 'placement.answered', data: { ...ofProposal(vacancy, proposal), answeredOn, answer } }],
  };
}
