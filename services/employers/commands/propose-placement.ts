import { Refusal } from '#shared/refusal.ts';
import { isHired, ofProposal, withProposals, type Proposal, type ProposalAnswer, type Vacancy, type VacancyDecision } from '../vacancy.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

/** A vacancy for a person. The same vacancy for the same person again changes nothing. Refused with VACANCY_CLOSED or VACANCY_FILLED. */
export function proposePlacement(vacancy: Vacancy, { proposal, today }: { proposal: Proposal; today: string }): VacancyDecision {
  if (vacancy.proposals.some(({ personId, withdrawn }) => personId === proposal.personId && !withdrawn)) return { state: vacancy, events: [] };
  if (vacancy.closed) throw new Refusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (vacancy.freePosts === 0) throw new Refusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  assertNotInFuture('proposedOn', proposal.proposedOn, today);
  assertNotBefore('proposedOn', proposal.proposedOn, vacancy.registeredOn);
  if (proposal.replyDueOn !== undefined) assertNotBefore('replyDueOn', proposal.replyDueOn, proposal.proposedOn);
  return {
    state: withProposals(vacancy, [...vacancy.proposals, proposal]),
    events: [{ type: 'placement.proposed', data: { ...ofProposal(vacancy, proposal), proposedOn: proposal.proposedOn, withLegalNotice: proposal.withLegalNotice } }],
  };
}

export type AnswerProposal = { proposalId: string; answer: ProposalAnswer; answeredOn: string; today: string };

/** What person or employer said. HIRED takes a post: the last one is given once. Refused with VACANCY_FILLED or PROPOSAL_CLOSED. */
export function answerProposal(vacancy: Vacancy, { proposalId, answer, answeredOn, today }: AnswerProposal): VacancyDecision {
  const proposal = openProposal(vacancy, proposalId);
  if (proposal.answer?.code === answer) return { state: vacancy, events: [] };
  if (isHired(proposal)) throw new Refusal('PROPOSAL_CLOSED', 'The person was hired; end the placement instead.');
  if (answer === 'HIRED' && vacancy.freePosts === 0) throw new Refusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  assertNotInFuture('answeredOn', answeredOn, today);
  assertNotBefore('answeredOn', answeredOn, proposal.proposedOn);
  return {
    state: withProposals(vacancy, vacancy.proposals.map((each) => (each === proposal ? { ...proposal, answer: { code: answer, answeredOn } } : each))),
    events: [{ type: 'placement.answered', data: { ...ofProposal(vacancy, proposal), answeredOn, answer } }],
  };
}

/** The proposal no longer holds. Twice changes nothing. Refused with PROPOSAL_CLOSED once the person was hired. */
export function withdrawProposal(vacancy: Vacancy, { proposalId, reason, withdrawnOn, today }: NonNullable<Proposal['withdrawn']> & { proposalId: string; today: string }): VacancyDecision {
  const known = vacancy.proposals.find(({ id }) => id === proposalId);
  if (known?.withdrawn) return { state: vacancy, events: [] };
  const proposal = openProposal(vacancy, proposalId);
  if (isHired(proposal)) throw new Refusal('PROPOSAL_CLOSED', 'The person was hired; end the placement instead.');
  assertNotInFuture('withdrawnOn', withdrawnOn, today);
  return {
    state: withProposals(vacancy, vacancy.proposals.map((each) => (each === proposal ? { ...proposal, withdrawn: { reason, withdrawnOn } } : each))),
    events: [{ type: 'placement.withdrawn', data: { ...ofProposal(vacancy, proposal), withdrawnOn, reason } }],
  };
}

function openProposal(vacancy: Vacancy, proposalId: string): Proposal {
  const proposal = vacancy.proposals.find(({ id }) => id === proposalId);
  if (!proposal) throw new Refusal('NOT_FOUND', 'The proposal was not found.');
  if (proposal.withdrawn) throw new Refusal('PROPOSAL_CLOSED', 'The proposal was withdrawn.');
  return proposal;
}
