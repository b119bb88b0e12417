import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { proposalIds, withProposals, type Proposal, type Vacancy, type VacancyDecision } from '../../vacancy/vacancy.ts';

/** A vacancy for a person. The same vacancy for the same person again changes nothing, unless the first proposal was withdrawn. */
export function proposePlacement(
  vacancy: Vacancy,
  { proposal, today }: { proposal: Proposal; today: string },
): VacancyDecision {
  if (vacancy.proposals.some(({ personId, withdrawn }) => personId === proposal.personId && !withdrawn))
    return { state: vacancy, events: [] };
  if (vacancy.closed) throw new Refusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (vacancy.freePosts === 0) throw new Refusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
  assertNotInFuture('proposedOn', proposal.proposedOn, today);
  assertNotBefore('proposedOn', proposal.proposedOn, vacancy.registeredOn);
  if (proposal.replyDueOn !== undefined) assertNotBefore('replyDueOn', proposal.replyDueOn, proposal.proposedOn);
  return {
    state: withProposals(vacancy, [...vacancy.proposals, proposal]),
    events: [
      {
        type: 'proposal.made',
        data: {
          ...proposalIds(vacancy, proposal),
          proposedOn: proposal.proposedOn,
          withLegalNotice: proposal.withLegalNotice,
        },
      },
    ],
  };
}
