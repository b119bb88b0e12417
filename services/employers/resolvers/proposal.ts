import type { Context } from '../context.ts';
import type { Proposal } from '../vacancy/proposal.ts';
import { visibleProposal } from '../visible.ts';

export const proposalFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleProposal(id, context),
  person: ({ personId: id }: Proposal) => ({ id }),
  case: ({ caseId: id }: Proposal) => ({ id }),
  answer: ({ answer }: Proposal) => answer?.code ?? null,
  answeredOn: ({ answer }: Proposal) => answer?.answeredOn ?? null,
  withdrawnBecause: ({ withdrawn }: Proposal) => withdrawn?.reason ?? null,
  withdrawnOn: ({ withdrawn }: Proposal) => withdrawn?.withdrawnOn ?? null,
};
