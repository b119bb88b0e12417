import { Refusal } from '#shared/refusal.ts';
import { isHired, type Vacancy } from '../../vacancy/vacancy.ts';

/** A placement that came from a proposal begins only after the post was taken there, and at the employer of the vacancy. */
export function assertHired(
  vacancy: Vacancy,
  { proposalId, personId, employerId }: { proposalId: string | undefined; personId: string; employerId: string },
): void {
  const proposal = vacancy.proposals.find(({ id }) => id === proposalId);
  if (proposal?.personId !== personId || !isHired(proposal))
    throw new Refusal('NOT_HIRED', 'The proposal was not answered with HIRED for this person.');
  if (vacancy.employerId !== employerId)
    throw new Refusal('INVALID_INPUT', 'employerId: is not the employer of the vacancy.');
}
