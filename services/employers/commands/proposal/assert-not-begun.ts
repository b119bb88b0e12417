import { Refusal } from '#shared/refusal.ts';
import { isHired, type Proposal } from '../../vacancy/vacancy.ts';

/** HIRED by mistake, or of somebody who never came, is put right here; once a placement names the proposal, that one tells how it went on. */
export function assertNotBegun(proposal: Proposal, begun: boolean): void {
  if (isHired(proposal) && begun)
    throw new Refusal(
      'PROPOSAL_CLOSED',
      'The person has begun to work; end the placement, or withdraw it if it is a mistake.',
    );
}
