import { monthOf } from '#shared/calendar/days.ts';
import { countsAsIntegration } from '#shared/funding/integration.ts';
import { factOf, type TimelineEntry } from '../views/timeline-entry.ts';

/**
 * How an event belongs to a project: it names it or one of its cases, it is about its municipality, or about a
 * household of one of its people.
 */
export type Belonging = 'PROJECT' | 'MUNICIPALITY' | 'HOUSEHOLD';

export type FigureRule = {
  code: string;
  names: readonly string[];
  belongs: Belonging;
  /**
   * Several events with the same answer count once; events without an answer do not count. Left out: every event
   * counts.
   */
  once?: (entry: TimelineEntry) => string | undefined;
  /** Counts only where what the event says still holds at the end of the period: a benefit that has not begun again. */
  lasting?: true;
  /** The same may count in several months: the months of a period do not add up to it. */
  overlapping?: true;
  /** The figure tells of people, so a small one may tell of one of them. */
  aboutPeople: boolean;
  /** The figure of which this is a part: what is left of it is a number about people as well. */
  partOf?: string;
};

/**
 * Here somebody said why there is benefit no more, and that it is not needed. A list that is imported never says why.
 */
const NO_MORE_NEED = ['WORK', 'OTHER_INCOME', 'OTHER_BENEFIT', 'NOT_NEEDY'];
const UNEXPLAINED = ['UNKNOWN'];
const SIX_MONTHS = '6';

const people = { belongs: 'PROJECT', aboutPeople: true } as const;
const units = {
  names: ['benefitUnit.benefitEnded'],
  belongs: 'HOUSEHOLD',
  lasting: true,
  overlapping: true,
  aboutPeople: true,
} as const;
const leads = { belongs: 'MUNICIPALITY', aboutPeople: false } as const;

/**
 * What a project report counts, in the order of a printed one, by the name of its field in the schema. What each
 * means to a reader is written there.
 */
export const figureRules = {
  talksHeld: { code: 'TALKS_HELD', names: ['interview.held'], ...people },
  peopleReached: {
    code: 'PEOPLE_REACHED',
    names: ['interview.held'],
    once: ({ personId }) => personId,
    overlapping: true,
    ...people,
  },
  talksMissed: { code: 'TALKS_MISSED', names: ['interview.missed'], ...people },
  casesOpened: { code: 'CASES_OPENED', names: ['case.opened', 'case.reopened'], ...people },
  casesClosed: { code: 'CASES_CLOSED', names: ['case.closed'], ...people },
  assessments: { code: 'ASSESSMENTS', names: ['potential.assessed'], ...people },
  plansAgreed: { code: 'PLANS_AGREED', names: ['plan.agreed'], ...people },
  measuresAgreed: { code: 'MEASURES_AGREED', names: ['enrolment.agreed'], ...people },
  measuresStarted: { code: 'MEASURES_STARTED', names: ['enrolment.started'], ...people },
  measuresEnded: { code: 'MEASURES_ENDED', names: ['enrolment.ended'], ...people },
  referralsSent: { code: 'REFERRALS_SENT', names: ['referral.sent'], ...people },
  proposals: { code: 'PROPOSALS', names: ['proposal.made'], ...people },
  placements: { code: 'PLACEMENTS', names: ['placement.started'], ...people },
  integrations: {
    code: 'INTEGRATIONS',
    names: ['placement.started'],
    once: ({ personId, occurredOn, ...entry }) =>
      isIntegration(entry) ? `${personId ?? ''} ${monthOf(occurredOn)}` : undefined,
    partOf: 'PLACEMENTS',
    ...people,
  },
  lastingSixMonths: {
    code: 'LASTING_SIX_MONTHS',
    names: ['placement.continuityConfirmed'],
    once: (entry) => (factOf(entry, 'month') === SIX_MONTHS ? factOf(entry, 'placementId') : undefined),
    ...people,
  },
  unitsWithoutBenefit: { code: 'UNITS_WITHOUT_BENEFIT', once: unitThatEnded(NO_MORE_NEED), ...units },
  unitsEndedUnexplained: { code: 'UNITS_ENDED_UNEXPLAINED', once: unitThatEnded(UNEXPLAINED), ...units },
  exchangesHeld: { code: 'EXCHANGES_HELD', names: ['exchange.held'], belongs: 'PROJECT', aboutPeople: false },
  leadsReported: { code: 'LEADS_REPORTED', names: ['employer.leadReported'], ...leads },
  leadsAnswered: { code: 'LEADS_ANSWERED', names: ['employer.leadAnswered'], ...leads },
} as const satisfies Record<string, FigureRule>;

export type FigureName = keyof typeof figureRules;

/** Each figure under its name in the schema. */
export const figures: ReadonlyMap<FigureName, FigureRule> = new Map(
  // `figureRules` has these names and no others.
  Object.entries(figureRules) as [FigureName, FigureRule][],
);

/** Returns the name of the figure with that code. */
export function figureNameOf(code: string): FigureName | undefined {
  return [...figures].find(([, rule]) => rule.code === code)?.[0];
}

/** The start of receipt is no figure of its own; it stands behind the number of recipients. */
const BEHIND_RECIPIENTS = 'benefitUnit.benefitStarted';

export const countedEventNames: ReadonlySet<string> = new Set([
  BEHIND_RECIPIENTS,
  ...[...figures.values()].flatMap(({ names }) => names),
]);

function unitThatEnded(reasons: readonly string[]): (entry: TimelineEntry) => string | undefined {
  return (entry) => (reasons.includes(factOf(entry, 'reason') ?? '') ? factOf(entry, 'benefitUnitId') : undefined);
}

function isIntegration(entry: Pick<TimelineEntry, 'facts'>): boolean {
  return countsAsIntegration({
    kind: factOf(entry, 'kind') ?? '',
    subsidisedBy: factOf(entry, 'subsidisedBy')?.split(', ') ?? [],
  });
}
