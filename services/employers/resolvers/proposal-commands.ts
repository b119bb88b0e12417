import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { answerProposal } from '../commands/proposal/answer-proposal.ts';
import { proposePlacement } from '../commands/proposal/propose-placement.ts';
import { withdrawProposal } from '../commands/proposal/withdraw-proposal.ts';
import type { Context } from '../context.ts';
import { notWithdrawn } from '../placement/placement.ts';
import type { Proposal, ProposalAnswer, ProposalWithdrawal } from '../vacancy/proposal.ts';
import type { Vacancy, VacancyDecision } from '../vacancy/vacancy.ts';
import { openCaseToActIn, visibleProposal, type ProposalInVacancy } from '../visible.ts';

type ProposePlacementInput = {
  vacancyId: string;
  personId: string;
  withLegalNotice: boolean;
  proposedOn?: string;
  replyDueOn?: string;
};
type AnswerProposalInput = { proposalId: string; answer: ProposalAnswer; answeredOn?: string };
type WithdrawProposalInput = { proposalId: string; reason: ProposalWithdrawal; withdrawnOn?: string };
type ProposalPayload = { proposal: ProposalInVacancy | null; vacancy: Vacancy };

export const proposalMutations = {
  proposePlacement: (_: unknown, { input }: { input: ProposePlacementInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { newId, stamp, today, vacancies } = context;
      const { id: caseId } = await openCaseToActIn(input.personId, context);
      const { vacancyId, ...facts } = input;
      const proposal = { proposedOn: today, ...facts, id: newId(), caseId };
      const vacancy = await vacancies.change(
        vacancyId,
        (existing) => proposePlacement(requireFound(existing, 'The vacancy'), { proposal, today }),
        stamp,
      );
      return payload(vacancy, ({ personId, withdrawn }) => personId === input.personId && !withdrawn);
    }),
  answerProposal: (_: unknown, { input }: { input: AnswerProposalInput }, context: Context) => {
    const { today } = context;
    const step = { answeredOn: today, ...input, today };
    return changeProposal(input.proposalId, context, (vacancy, workBegun) =>
      answerProposal(vacancy, { ...step, workBegun }),
    );
  },
  withdrawProposal: (_: unknown, { input }: { input: WithdrawProposalInput }, context: Context) => {
    const { today } = context;
    const step = { withdrawnOn: today, ...input, today };
    return changeProposal(input.proposalId, context, (vacancy, workBegun) =>
      withdrawProposal(vacancy, { ...step, workBegun }),
    );
  },
};

/** Changes a proposal for those who look after the person, and for the employer service that was told of them. */
function changeProposal(
  proposalId: string,
  context: Context,
  decide: (vacancy: Vacancy, workBegun: boolean) => VacancyDecision,
): Promise<ProposalPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { placements, stamp, vacancies } = context;
    const proposal = await visibleProposal(proposalId, context);
    const workBegun = (await placements.count({ ...notWithdrawn, proposalId })) > 0;
    const vacancy = await vacancies.change(
      proposal.vacancy.id,
      (existing) => decide(requireFound(existing, 'The vacancy'), workBegun),
      stamp,
    );
    return payload(vacancy, ({ id }) => id === proposalId);
  });
}

function payload(vacancy: Vacancy, isOfStep: (proposal: Proposal) => boolean): ProposalPayload {
  const proposal = vacancy.proposals.find(isOfStep);
  return { vacancy, proposal: proposal ? { ...proposal, vacancy } : null };
}
