import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { assertWorkNotBegun, type ProposalWithdrawal } from '../../vacancy/proposal.ts';
import {
  proposalIds,
  requireProposal,
  withProposal,
  type Vacancy,
  type VacancyDecision,
} from '../../vacancy/vacancy.ts';

export type WithdrawProposal = {
  proposalId: string;
  reason: ProposalWithdrawal;
  withdrawnOn: string;
  workBegun: boolean;
  today: string;
};

/**
 * Withdraws a proposal: with it, the employer service loses name and contact, and a post that was taken is free again.
 * Twice changes nothing.
 */
export function withdrawProposal(
  vacancy: Vacancy,
  { proposalId, reason, withdrawnOn, workBegun, today }: WithdrawProposal,
): VacancyDecision {
  const proposal = requireProposal(vacancy, proposalId);
  if (proposal.withdrawn) return { state: vacancy, events: [] };
  assertWorkNotBegun(proposal, workBegun);
  assertNotInFuture('withdrawnOn', withdrawnOn, today);
  assertNotBefore('withdrawnOn', withdrawnOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, withdrawn: { reason, withdrawnOn } }),
    events: [{ type: 'proposal.withdrawn', data: { ...proposalIds(vacancy, proposal), withdrawnOn, reason } }],
  };
}
