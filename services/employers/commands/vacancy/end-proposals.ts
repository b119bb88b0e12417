import { isOpenProposal, proposalIds, withProposals, type Proposal, type Vacancy, type VacancyDecision } from '../../vacancy/vacancy.ts';

/** So many in one step: each says an event, and what is not yet in the log has limited room beside the vacancy. */
const AT_ONCE = 50;

/**
 * The proposals of a closed vacancy that are still open end with it, as many as one step can take: `proposalsToEnd` says how many
 * are left for the next. Answers that were final stay as they are. Nothing happens where none is open.
 */
export function endProposals(vacancy: Vacancy): VacancyDecision {
  const { closed } = vacancy;
  if (!closed) return { state: vacancy, events: [] };
  const ending = vacancy.proposals
    .filter(isOpenProposal)
    .slice(0, AT_ONCE)
    .map((proposal) => ({ proposal, withdrawnOn: lastDay(proposal, closed.closedOn) }));
  if (ending.length === 0) return { state: vacancy, events: [] };

  const dayOf = new Map(ending.map(({ proposal, withdrawnOn }) => [proposal.id, withdrawnOn]));
  const ended = (proposal: Proposal): Proposal => {
    const withdrawnOn = dayOf.get(proposal.id);
    return withdrawnOn === undefined ? proposal : { ...proposal, withdrawn: { reason: 'VACANCY_CLOSED', withdrawnOn } };
  };
  return {
    state: withProposals(vacancy, vacancy.proposals.map(ended)),
    events: ending.map(({ proposal, withdrawnOn }) => ({
      type: 'proposal.withdrawn',
      data: { ...proposalIds(vacancy, proposal), withdrawnOn, reason: 'VACANCY_CLOSED' },
    })),
  };
}

/** A vacancy may be said to have been closed before a proposal was made or answered, and nothing ends before that. */
function lastDay({ proposedOn, answer }: Proposal, closedOn: string): string {
  return [closedOn, proposedOn, answer?.answeredOn ?? ''].reduce((latest, day) => (day > latest ? day : latest));
}
