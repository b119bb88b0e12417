import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { answerProposal } from '../commands/proposal/answer-proposal.ts';
import { proposePlacement } from '../commands/proposal/propose-placement.ts';
import { withdrawProposal } from '../commands/proposal/withdraw-proposal.ts';
import { caseToActInFor, maySeePlacementsOf, type Context } from '../context.ts';
import { notWithdrawn } from '../placement/placement.ts';
import type { Proposal, ProposalAnswer, Vacancy, VacancyDecision, ProposalWithdrawal } from '../vacancy/vacancy.ts';

/** As the graph shows it: a proposal knows its vacancy. */
export type ProposalInVacancy = Proposal & { vacancy: Vacancy };
type Payload = { proposal: ProposalInVacancy | null; vacancy: Vacancy };

type ProposeInput = Pick<Proposal, 'personId' | 'withLegalNotice'> & { vacancyId: string } & Partial<
    Pick<Proposal, 'proposedOn' | 'replyDueOn'>
  >;
type StepInput = { proposalId: string };
type AnswerInput = StepInput & { answer: ProposalAnswer; answeredOn?: string };
type WithdrawInput = StepInput & { reason: ProposalWithdrawal; withdrawnOn?: string };

export const proposalMutations = {
  proposePlacement: (_: unknown, { input }: { input: ProposeInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id: caseId } = await caseToActInFor(input.personId, context);
      const { vacancyId, proposedOn = context.today, ...facts } = input;
      const proposal: Proposal = { ...facts, id: context.newId(), caseId, proposedOn };
      const vacancy = await context.vacancies.change(
        vacancyId,
        (known) => proposePlacement(requireFound(known, 'The vacancy'), { proposal, today: context.today }),
        context.stamp,
      );
      return payload(vacancy, (each) => each.personId === input.personId && !each.withdrawn);
    }),
  answerProposal: (_: unknown, { input }: { input: AnswerInput }, context: Context) =>
    step(input, context, (vacancy, begun) =>
      answerProposal(vacancy, {
        proposalId: input.proposalId,
        answer: input.answer,
        answeredOn: input.answeredOn ?? context.today,
        begun,
        today: context.today,
      }),
    ),
  withdrawProposal: (_: unknown, { input }: { input: WithdrawInput }, context: Context) =>
    step(input, context, (vacancy, begun) =>
      withdrawProposal(vacancy, {
        proposalId: input.proposalId,
        reason: input.reason,
        withdrawnOn: input.withdrawnOn ?? context.today,
        begun,
        today: context.today,
      }),
    ),
};

export const proposalFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleProposal(id, context),
  person: ({ personId: id }: Proposal) => ({ id }),
  case: ({ caseId: id }: Proposal) => ({ id }),
  answer: ({ answer: answered }: Proposal) => answered?.code ?? null,
  answeredOn: ({ answer: answered }: Proposal) => answered?.answeredOn ?? null,
  withdrawnBecause: ({ withdrawn }: Proposal) => withdrawn?.reason ?? null,
  withdrawnOn: ({ withdrawn }: Proposal) => withdrawn?.withdrawnOn ?? null,
};

/** Every proposal with this id, for this person or in this case, oldest first. */
export async function proposalsWith(
  key: 'id' | 'personId' | 'caseId',
  value: string,
  { loaders: load }: Context,
): Promise<ProposalInVacancy[]> {
  const vacancies = await load.vacanciesWith[key].load(value);
  return vacancies
    .flatMap((vacancy) =>
      vacancy.proposals.filter((proposal) => proposal[key] === value).map((proposal) => ({ ...proposal, vacancy })),
    )
    .sort((one, other) => `${one.proposedOn} ${one.id}`.localeCompare(`${other.proposedOn} ${other.id}`));
}

/** To whom has no need to know the person, a proposal that exists is one that does not. */
async function visibleProposal(id: string, context: Context): Promise<ProposalInVacancy> {
  const [proposal] = await proposalsWith('id', id, context);
  return requireFound(
    proposal && (await maySeePlacementsOf(proposal.personId, context)) ? proposal : null,
    'The proposal',
  );
}

/** A step of a proposal, by who looks after the person or the employer service that was told of them. */
function step(
  input: StepInput,
  context: Context,
  decide: (vacancy: Vacancy, begun: boolean) => VacancyDecision,
): Promise<Payload | RefusalPayload> {
  return answerOrRefuse(async () => {
    const proposal = await visibleProposal(input.proposalId, context);
    const begun = (await context.placements.count({ ...notWithdrawn, proposalId: proposal.id })) > 0;
    const vacancy = await context.vacancies.change(
      proposal.vacancy.id,
      (known) => decide(requireFound(known, 'The vacancy'), begun),
      context.stamp,
    );
    return payload(vacancy, ({ id }) => id === input.proposalId);
  });
}

function payload(vacancy: Vacancy, which: (proposal: Proposal) => boolean): Payload {
  const proposal = vacancy.proposals.find(which);
  return { vacancy, proposal: proposal ? { ...proposal, vacancy } : null };
}
