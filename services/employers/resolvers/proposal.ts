import { answer, found, type Refused } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { given } from '#shared/given.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { answerProposal } from '../commands/proposal/answer-proposal.ts';
import { proposePlacement } from '../commands/proposal/propose-placement.ts';
import { withdrawProposal } from '../commands/proposal/withdraw-proposal.ts';
import { caseToActIn, maySeePlacementsOf, type Context } from '../context.ts';
import type { Proposal, ProposalAnswer, Vacancy, VacancyDecision } from '../vacancy.ts';

/** As the graph shows it: a proposal knows its vacancy. */
export type ProposalInVacancy = Proposal & { vacancy: Vacancy };
type Payload = { proposal: ProposalInVacancy | null; vacancy: Vacancy };

type ProposeInput = Repeatable & { vacancyId: string; personId: string; withLegalNotice: boolean; proposedOn?: string | null; replyDueOn?: string | null };
type AnswerInput = Repeatable & { proposalId: string; answer: ProposalAnswer; answeredOn?: string | null };
type WithdrawInput = Repeatable & { proposalId: string; reason: NonNullable<Proposal['withdrawn']>['reason']; withdrawnOn?: string | null };

export const proposalMutations = {
  proposePlacement: (_: unknown, { input }: { input: ProposeInput }, context: Context) =>
    answer(async () => {
      const { id: caseId } = await caseToActIn(input.personId, context);
      const { vacancyId, personId, withLegalNotice, proposedOn = context.today, replyDueOn } = given(input);
      const proposal: Proposal = { id: context.newId(input), personId, caseId, proposedOn, withLegalNotice, ...(replyDueOn !== undefined && { replyDueOn }) };
      const vacancy = await context.vacancies.change(vacancyId, (known) => proposePlacement(found(known, 'The vacancy'), { proposal, today: context.today }), context.stamp(input));
      return payload(vacancy, (each) => each.personId === personId && !each.withdrawn);
    }),
  answerProposal: (_: unknown, { input }: { input: AnswerInput }, context: Context) =>
    step(input, context, (vacancy) => answerProposal(vacancy, { proposalId: input.proposalId, answer: input.answer, answeredOn: input.answeredOn ?? context.today, today: context.today })),
  withdrawProposal: (_: unknown, { input }: { input: WithdrawInput }, context: Context) =>
    step(input, context, (vacancy) => withdrawProposal(vacancy, { proposalId: input.proposalId, reason: input.reason, withdrawnOn: input.withdrawnOn ?? context.today, today: context.today })),
};

export const proposalFields = {
  __resolveReference: async ({ id }: { id: string }, context: Context): Promise<ProposalInVacancy> => {
    const proposal = await proposalOf(id, context);
    if (!proposal) throw refused('NOT_FOUND', 'The proposal was not found.');
    if (!(await maySeePlacementsOf(proposal.personId, context))) throw refused('FORBIDDEN', 'The proposal is for those who look after the person.');
    return proposal;
  },
  person: ({ personId: id }: Proposal) => ({ id }),
  case: ({ caseId: id }: Proposal) => ({ id }),
  answer: ({ answer: answered }: Proposal) => answered?.code ?? null,
  answeredOn: ({ answer: answered }: Proposal) => answered?.answeredOn ?? null,
  withdrawnBecause: ({ withdrawn }: Proposal) => withdrawn?.reason ?? null,
  withdrawnOn: ({ withdrawn }: Proposal) => withdrawn?.withdrawnOn ?? null,
};

/** Every proposal that names a person or case, oldest first. */
export async function proposalsWhere(key: 'personId' | 'caseId', id: string, { vacancies }: Context): Promise<ProposalInVacancy[]> {
  const { edges } = await vacancies.find({ where: { [`proposals.${key}`]: id }, first: 500 });
  const found_ = edges.flatMap(({ node: vacancy }) => vacancy.proposals.filter((proposal) => proposal[key] === id).map((proposal) => ({ ...proposal, vacancy })));
  return found_.sort((one, other) => `${one.proposedOn} ${one.id}`.localeCompare(`${other.proposedOn} ${other.id}`));
}

async function proposalOf(id: string, { vacancies }: Context): Promise<ProposalInVacancy | undefined> {
  const { edges } = await vacancies.find({ where: { 'proposals.id': id }, first: 1 });
  const vacancy = edges[0]?.node;
  const proposal = vacancy?.proposals.find((each) => each.id === id);
  return vacancy && proposal && { ...proposal, vacancy };
}

/** A step of a proposal, by who looks after the person or the employer service that was told of them. */
function step(input: Repeatable & { proposalId: string }, context: Context, decide: (vacancy: Vacancy) => VacancyDecision): Promise<Payload | Refused> {
  return answer(async () => {
    const proposal = await proposalOf(input.proposalId, context);
    if (!proposal || !(await maySeePlacementsOf(proposal.personId, context))) throw new Refusal('NOT_FOUND', 'The proposal was not found.');
    const vacancy = await context.vacancies.change(proposal.vacancy.id, (known) => decide(found(known, 'The vacancy')), context.stamp(input));
    return payload(vacancy, ({ id }) => id === input.proposalId);
  });
}

function payload(vacancy: Vacancy, which: (proposal: Proposal) => boolean): Payload {
  const proposal = vacancy.proposals.find(which);
  return { vacancy, proposal: proposal ? { ...proposal, vacancy } : null };
}
