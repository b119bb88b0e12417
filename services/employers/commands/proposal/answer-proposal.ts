import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  isHired,
  isUndecided,
  proposalIds,
  requireProposal,
  withProposal,
  type Proposal,
  type ProposalAnswer,
  type Vacancy,
  type VacancyDecision,
} from '../../vacancy/vacancy.ts';
import { assertNotBegun } from './assert-not-begun.ts';

export type AnswerProposal = {
  proposalId: string;
  answer: ProposalAnswer;
  answeredOn: string;
  begun: boolean;
  today: string;
};

/**
 * What person or employer said; a later answer replaces an earlier one. HIRED takes a post: the last post is given once. It can be
 * corrected as long as no placement came from it; the post is then free again. Once the vacancy is closed an outcome can still be
 * told, and HIRED also of a proposal that ended with it: that may be why it was closed.
 */
export function answerProposal(
  vacancy: Vacancy,
  { proposalId, answer, answeredOn, begun, today }: AnswerProposal,
): VacancyDecision {
  const known = requireProposal(vacancy, proposalId);
  if (known.withdrawn && !(answer === 'HIRED' && endedWith(vacancy, known)))
    throw new Refusal('PROPOSAL_CLOSED', 'The proposal was withdrawn.');
  const { withdrawn: _noMore, ...proposal } = known;
  if (proposal.answer?.code === answer) return { state: vacancy, events: [] };
  assertNotBegun(proposal, begun);
  if (answer === 'HIRED' && vacancy.freePosts === 0)
    throw new Refusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  if (vacancy.closed && isUndecided(answer))
    throw new Refusal('VACANCY_CLOSED', 'The vacancy is closed: only the outcome can still be told.');
  assertNotInFuture('answeredOn', answeredOn, today);
  assertNotBefore('answeredOn', answeredOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, answer: { code: answer, answeredOn } }),
    events: [{ type: 'proposal.answered', data: { ...proposalIds(vacancy, proposal), answeredOn, answer } }],
  };
}

/** It was open until the vacancy was closed; of somebody who was proposed twice, one proposal leads to work. */
function endedWith({ closed, proposals }: Vacancy, { personId, withdrawn }: Proposal): boolean {
  return (
    closed !== undefined &&
    withdrawn?.reason === 'VACANCY_CLOSED' &&
    !proposals.some((other) => other.personId === personId && isHired(other))
  );
}
