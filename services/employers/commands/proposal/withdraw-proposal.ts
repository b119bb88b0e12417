import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { isHired, ofProposal, proposalOf, withProposal, type Vacancy, type VacancyDecision, type WithdrawalReason } from '../../vacancy.ts';

export type WithdrawProposal = { proposalId: string; reason: WithdrawalReason; withdrawnOn: string; today: string };

/** The proposal no longer holds: with it, the employer service loses name and contact. Twice changes nothing. */
export function withdrawProposal(vacancy: Vacancy, { proposalId, reason, withdrawnOn, today }: WithdrawProposal): VacancyDecision {
  const proposal = proposalOf(vacancy, proposalId);
  if (proposal.withdrawn) return { state: vacancy, events: [] };
  if (isHired(proposal)) throw new Refusal('PROPOSAL_CLOSED', 'The person was hired; end the placement instead.');
  assertNotInFuture('withdrawnOn', withdrawnOn, today);
  assertNotBefore('withdrawnOn', withdrawnOn, proposal.proposedOn);
  return {
    state: withProposal(vacancy, { ...proposal, withdrawn: { reason, withdrawnOn } }),
    events: [{ type: 'placement.withdrawn', data: { ...ofProposal(vacancy, proposal), withdrawnOn, reason } }],
  };
}
