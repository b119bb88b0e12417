/**
 * What an event takes back: events of these names that its aggregate has said before, and in which a fact is the same.
 */
export type CorrectionRule = { names: readonly string[]; same: string; because?: string };

/** Of one talk the last event holds, whatever was said of it before. */
const talk: CorrectionRule = { names: ['interview.held', 'interview.missed'], same: 'interviewId' };

/**
 * The rules, by the name of the event that takes back; with `because` only when that is its reason. A further rule for
 * any service is a line here, and then `npm run rebuild`. The end of a benefit is no line: only its unit tells which
 * one is meant, see `withdrawn-benefits.ts`.
 */
export const correctionRules: Readonly<Record<string, CorrectionRule>> = {
  'interview.held': talk,
  'interview.missed': talk,
  'interview.excused': talk,
  'proposal.withdrawn': { names: ['proposal.made'], same: 'proposalId', because: 'MISTAKE' },
  'placement.withdrawn': { names: ['placement.started', 'placement.continuityConfirmed'], same: 'placementId' },
  'referral.revoked': { names: ['referral.sent'], same: 'referralId', because: 'SENT_BY_MISTAKE' },
};

/** Names of events that a later one may take back. */
export const correctableEventNames: ReadonlySet<string> = new Set(
  Object.values(correctionRules).flatMap(({ names }) => names),
);
