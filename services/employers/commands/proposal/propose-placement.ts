import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Proposal } from '../../vacancy/proposal.ts';
import { proposalIds, withProposals, type Vacancy, type VacancyDecision } from '../../vacancy/vacancy.ts';
import { EmployerRefusal } from '../../refusal.ts';

/**
 * Proposes a vacancy to a person. To the same person again changes nothing, unless the first proposal was withdrawn.
 */
export function proposePlacement(
  vacancy: Vacancy,
  { proposal, today }: { proposal: Proposal; today: string },
): VacancyDecision {
  if (vacancy.proposals.some(({ personId, withdrawn }) => personId === proposal.personId && !withdrawn))
    return { state: vacancy, events: [] };
  if (vacancy.closed) throw new EmployerRefusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (vacancy.freePosts === 0) throw new EmployerRefusal('VACANCY_FILLED', 'All posts of the vacancy are filled.');
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
