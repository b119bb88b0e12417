/** What an event takes back of what its aggregate has said before: events of these names in which a fact is the same. */
export type TakingBack = { names: readonly string[]; same: string; because?: string };

/** Of one talk the last word holds, whatever was said of it before. */
const talk: TakingBack = { names: ['interview.held', 'interview.missed'], same: 'interviewId' };

/**
 * By the name of the event that takes back; with `because` only when that is its reason. A further correction of any
 * service is a line here, and then `npm run rebuild`. A household is no line: what was said of it has an owner of its own,
 * `consumers/people.ts`.
 */
export const takingBack: Readonly<Record<string, TakingBack>> = {
  'interview.held': talk,
  'interview.missed': talk,
  'interview.excused': talk,
  'proposal.withdrawn': { names: ['proposal.made'], same: 'proposalId', because: 'MISTAKE' },
  'placement.withdrawn': { names: ['placement.started', 'placement.continuityConfirmed'], same: 'placementId' },
  'referral.revoked': { names: ['referral.sent'], same: 'referralId', because: 'SENT_BY_MISTAKE' },
};

/** What was said under these names may be taken back later. */
export const retractable: ReadonlySet<string> = new Set(Object.values(takingBack).flatMap(({ names }) => names));
