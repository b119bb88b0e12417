import { Refusal } from '#shared/refusal.ts';
import { fundingByKind, publicEmploymentFunding } from '../../placement/funding.ts';
import type { Placement } from '../../placement/placement.ts';

/** Kind and funding of a placement tell the same: by one it counts in reports, by the other in the conditions of instruments. Refused with FUNDING_DOES_NOT_FIT. */
export function assertFundingFits({ kind, subsidisedBy }: Pick<Placement, 'kind' | 'subsidisedBy'>): void {
  const other = subsidisedBy.find((code) => !fundingByKind[kind].includes(code));
  if (other !== undefined)
    throw new Refusal('FUNDING_DOES_NOT_FIT', `subsidisedBy: ${other} does not pay for ${kind}.`);
  if (kind === 'PUBLICLY_FUNDED' && subsidisedBy.filter((code) => publicEmploymentFunding.includes(code)).length !== 1) {
    throw new Refusal(
      'FUNDING_DOES_NOT_FIT',
      `subsidisedBy: must hold one of ${publicEmploymentFunding.join(' and ')} for PUBLICLY_FUNDED.`,
    );
  }
}
