import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import {
  ofProposal,
  proposalOf,
  withProposal,
  type Vacancy,
  type VacancyDecision,
  type WithdrawalReason,
} from '../../vacancy.ts';
import { assertNotBegun } from './assert-not-begun.ts';

export type WithdrawProposal = {
  proposalId: string;
  reason: WithdrawalReason;
  withdrawnOn: string;
  begun: boolean;
  today: string;
};

/** The proposal no longer holds: with it, the employer service loses name and contact, and a post that was taken is free again. Twice changes nothing. */
export function withdrawProposal(
  vacancy: Vacancy,
  { proposalId, reason, withdrawnOn, begun, today }: WithdrawProposal,
): VacancyDecision {
  const proposal = proposalOf(vacancy, proposalId);
  if (proposal.withdrawn) return { state: vacancy, events: [] };
  assertNotBegun(proposal, begun);
  assertNotInFuture('withdrawnOn', withdrawnOn, today);
  assertNotBefore('withdrawnOn', withdrawnOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, withdrawn: { reason, withdrawnOn } }),
    events: [{ type: 'proposal.withdrawn', data: { ...ofProposal(vacancy, proposal), withdrawnOn, reason } }],
  };
}
