import { EmployerRefusal } from '../refusal.ts';

export const proposalAnswers = [
  'INTERESTED',
  'APPLIED',
  'INTERVIEWED',
  'REJECTED_BY_PERSON',
  'REJECTED_BY_EMPLOYER',
  'HIRED',
] as const;
export const proposalWithdrawals = ['VACANCY_CLOSED', 'PERSON_PLACED', 'MISTAKE', 'OTHER'] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];
export type ProposalWithdrawal = (typeof proposalWithdrawals)[number];

/** Vermittlungsvorschlag: a vacancy chosen by staff for a person. */
export type Proposal = {
  id: string;
  personId: string;
  caseId: string;
  proposedOn: string;
  /** With a written notice of legal consequences (§31(1) SGB II). */
  withLegalNotice: boolean;
  replyDueOn?: string;
  answer?: { code: ProposalAnswer; answeredOn: string };
  withdrawn?: { reason: ProposalWithdrawal; withdrawnOn: string };
};

/** True when the person was hired on the vacancy: then the proposal takes a post. */
export const isHired = ({ answer, withdrawn }: Proposal): boolean =>
  withdrawn === undefined && answer?.code === 'HIRED';

/**
 * True for answers after which the outcome is still open: they need the vacancy, and name the person to the employer
 * service.
 */
export function isUndecided(answer: ProposalAnswer): boolean {
  return answer === 'INTERESTED' || answer === 'APPLIED' || answer === 'INTERVIEWED';
}

/** True while the outcome is still to come: the proposal was not withdrawn, nobody was hired, and nobody said no. */
export const isOpenProposal = ({ answer, withdrawn }: Proposal): boolean =>
  withdrawn === undefined && (answer === undefined || isUndecided(answer.code));

/**
 * Refuses to change a proposal from which work has begun: from then on the placement tells how it went on. Before that,
 * HIRED by mistake, or of somebody who never came, is put right at the proposal.
 */
export function assertWorkNotBegun(proposal: Proposal, workBegun: boolean): void {
  if (isHired(proposal) && workBegun)
    throw new EmployerRefusal(
      'PROPOSAL_CLOSED',
      'The person has begun to work; end the placement, or withdraw it if it is a mistake.',
    );
}
