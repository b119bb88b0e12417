import { later } from '#shared/calendar/days.ts';
import { isOpenProposal, type Proposal } from '../../vacancy/proposal.ts';
import { proposalIds, withProposals, type Vacancy, type VacancyDecision } from '../../vacancy/vacancy.ts';

/**
 * How many end in one step: each makes an event, and events that are not yet in the log have limited room beside the
 * vacancy.
 */
const STEP = 50;

/**
 * Ends the open proposals of a closed vacancy, as many as one step can take: `proposalsToEnd` says how many remain for
 * the next. Answers that were final stay as they are. Nothing happens where none is open.
 */
export function endProposals(vacancy: Vacancy): VacancyDecision {
  const { closed } = vacancy;
  if (!closed) return { state: vacancy, events: [] };
  const ending = vacancy.proposals
    .filter(isOpenProposal)
    .slice(0, STEP)
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

/**
 * Returns the day on which a proposal ends: that of the closing. A vacancy may be recorded as closed on an earlier day
 * than a proposal was made or answered, and nothing ends before that.
 */
function lastDay({ proposedOn, answer }: Proposal, closedOn: string): string {
  return later(later(closedOn, proposedOn), answer?.answeredOn ?? '');
}
