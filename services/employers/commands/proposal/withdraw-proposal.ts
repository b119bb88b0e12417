import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  proposalIds,
  requireProposal,
  withProposal,
  type Vacancy,
  type VacancyDecision,
  type ProposalWithdrawal,
} from '../../vacancy/vacancy.ts';
import { assertNotBegun } from './assert-not-begun.ts';

export type WithdrawProposal = {
  proposalId: string;
  reason: ProposalWithdrawal;
  withdrawnOn: string;
  begun: boolean;
  today: string;
};

/** The proposal no longer holds: with it, the employer service loses name and contact, and a post that was taken is free again. Twice changes nothing. */
export function withdrawProposal(
  vacancy: Vacancy,
  { proposalId, reason, withdrawnOn, begun, today }: WithdrawProposal,
): VacancyDecision {
  const proposal = requireProposal(vacancy, proposalId);
  if (proposal.withdrawn) return { state: vacancy, events: [] };
  assertNotBegun(proposal, begun);
  assertNotInFuture('withdrawnOn', withdrawnOn, today);
  assertNotBefore('withdrawnOn', withdrawnOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, withdrawn: { reason, withdrawnOn } }),
    events: [{ type: 'proposal.withdrawn', data: { ...proposalIds(vacancy, proposal), withdrawnOn, reason } }],
  };
}
