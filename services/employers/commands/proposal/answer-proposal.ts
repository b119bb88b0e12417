import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  assertWorkNotBegun,
  isHired,
  isUndecided,
  type Proposal,
  type ProposalAnswer,
} from '../../vacancy/proposal.ts';
import {
  proposalIds,
  requireProposal,
  withProposal,
  type Vacancy,
  type VacancyDecision,
} from '../../vacancy/vacancy.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type AnswerProposal = {
  proposalId: string;
  answer: ProposalAnswer;
  answeredOn: string;
  workBegun: boolean;
  today: string;
};

/**
 * Records what person or employer answered; a later answer replaces an earlier one. HIRED takes a post: the last post
 * is given once. It can be corrected as long as no placement came from it; the post is then free again. Once the
 * vacancy is closed an outcome can still be recorded, and HIRED also of a proposal that ended with it: that may be why
 * it was closed.
 */
export function answerProposal(
  vacancy: Vacancy,
  { proposalId, answer, answeredOn, workBegun, today }: AnswerProposal,
): VacancyDecision {
  const { withdrawn, ...proposal } = requireProposal(vacancy, proposalId);
  if (withdrawn && !(answer === 'HIRED' && endedWith(vacancy, { ...proposal, withdrawn })))
    throw new EmployerRefusal('PROPOSAL_CLOSED', 'The proposal was withdrawn.');
  if (proposal.answer?.code === answer) return { state: vacancy, events: [] };
  assertWorkNotBegun(proposal, workBegun);
  if (answer === 'HIRED' && vacancy.freePosts === 0)
    throw new EmployerRefusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  if (vacancy.closed && isUndecided(answer))
    throw new EmployerRefusal('VACANCY_CLOSED', 'The vacancy is closed: only the outcome can still be told.');
  assertNotInFuture('answeredOn', answeredOn, today);
  assertNotBefore('answeredOn', answeredOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, answer: { code: answer, answeredOn } }),
    events: [{ type: 'proposal.answered', data: { ...proposalIds(vacancy, proposal), answeredOn, answer } }],
  };
}

/**
 * True when the proposal was open until the vacancy was closed, and no other one of the same person led to work there.
 */
function endedWith({ closed, proposals }: Vacancy, { personId, withdrawn }: Proposal): boolean {
  return (
    closed !== undefined &&
    withdrawn?.reason === 'VACANCY_CLOSED' &&
    !proposals.some((each) => each.personId === personId && isHired(each))
  );
}
