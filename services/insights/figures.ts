import { monthOf } from '#shared/calendar/days.ts';
import { countsAsIntegration } from '#shared/funding/integration.ts';
import { factOf, type Entry } from './views/entry.ts';

/** How an event belongs to a project: it names it or one of its cases, it is about its municipality, or about a household of one of its people. */
export type Belongs = 'PROJECT' | 'MUNICIPALITY' | 'HOUSEHOLD';

export type FigureRule = {
  code: string;
  description: string;
  names: readonly string[];
  belongs: Belongs;
  /** Several events with the same answer count once; events without an answer do not count. Left out: every event counts. */
  once?: (entry: Entry) => string | undefined;
  /** Counts only where what the event says still holds at the end of the period: a benefit that has not begun again. */
  lasting?: true;
  /** The same may count in several months: the months of a period do not add up to it. */
  overlapping?: true;
  /** The figure tells of people, so a small one may tell of one of them. */
  aboutPeople: boolean;
  /** The figure of which this is a part: what is left of it is a number about people as well. */
  partOf?: string;
};

/** Here somebody said why there is benefit no more, and that it is not needed. A list that is imported never says why. */
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
const others = { aboutPeople: false } as const;

/** What a project report counts, in the order of a printed one. Operational figures of this house, not the official statistic. */
export const figureRules = {
  talksHeld: {
    code: 'TALKS_HELD',
    description: 'Talks that took place, by what was last recorded of them.',
    names: ['interview.held'],
    ...people,
  },
  peopleReached: {
    code: 'PEOPLE_REACHED',
    description: 'People with at least one talk that took place.',
    names: ['interview.held'],
    once: ({ personId }) => personId,
    overlapping: true,
    ...people,
  },
  talksMissed: {
    code: 'TALKS_MISSED',
    description: 'Talks that were missed without a good reason, by what was last recorded of them.',
    names: ['interview.missed'],
    ...people,
  },
  casesOpened: {
    code: 'CASES_OPENED',
    description: 'Cases opened or reopened.',
    names: ['case.opened', 'case.reopened'],
    ...people,
  },
  casesClosed: { code: 'CASES_CLOSED', description: 'Cases closed.', names: ['case.closed'], ...people },
  assessments: {
    code: 'ASSESSMENTS',
    description: 'Assessments of strengths and obstacles.',
    names: ['potential.assessed'],
    ...people,
  },
  plansAgreed: { code: 'PLANS_AGREED', description: 'Cooperation plans agreed.', names: ['plan.agreed'], ...people },
  measuresAgreed: {
    code: 'MEASURES_AGREED',
    description: 'Places in measures agreed.',
    names: ['enrolment.agreed'],
    ...people,
  },
  measuresStarted: {
    code: 'MEASURES_STARTED',
    description: 'Measures started by people.',
    names: ['enrolment.started'],
    ...people,
  },
  measuresEnded: {
    code: 'MEASURES_ENDED',
    description: 'Times somebody left a measure that they had started: at its end, or before it.',
    names: ['enrolment.ended'],
    ...people,
  },
  referralsSent: {
    code: 'REFERRALS_SENT',
    description: 'Referrals into a funding instrument or service elsewhere; not those sent by mistake.',
    names: ['referral.sent'],
    ...people,
  },
  proposals: {
    code: 'PROPOSALS',
    description: 'Vacancies proposed to people; not those proposed by mistake.',
    names: ['proposal.made'],
    ...people,
  },
  placements: {
    code: 'PLACEMENTS',
    description: 'Starts of work or training of any kind.',
    names: ['placement.started'],
    ...people,
  },
  integrations: {
    code: 'INTEGRATIONS',
    description:
      'Of the placements, those that count as integration (§48a SGB II): insured work, fully qualifying training, self-employment; not §16d, §16i or marginal work; at most one per person and month.',
    names: ['placement.started'],
    once: ({ personId, occurredOn, ...entry }) =>
      isIntegration(entry) ? `${personId ?? ''} ${monthOf(occurredOn)}` : undefined,
    partOf: 'PLACEMENTS',
    ...people,
  },
  lastingSixMonths: {
    code: 'LASTING_SIX_MONTHS',
    description: 'Placements that were confirmed for the sixth month after their start.',
    names: ['placement.continuityConfirmed'],
    once: (entry) => (factOf(entry, 'month') === SIX_MONTHS ? factOf(entry, 'placementId') : undefined),
    ...people,
  },
  unitsWithoutBenefit: {
    code: 'UNITS_WITHOUT_BENEFIT',
    description:
      'Benefit units of the municipality with a member who has a case in the project, whose benefit ended in the period because of work, other income, another benefit or no need, and which are not in receipt again at its end.',
    once: unitThatEnded(NO_MORE_NEED),
    ...units,
  },
  unitsEndedUnexplained: {
    code: 'UNITS_ENDED_UNEXPLAINED',
    description:
      'Benefit units like those without benefit, but nobody recorded why the benefit ended, as it is when a list of recipients was imported: whether they need no more is not known.',
    once: unitThatEnded(UNEXPLAINED),
    ...units,
  },
  exchangesHeld: {
    code: 'EXCHANGES_HELD',
    description: 'Meetings of job centre and municipality.',
    names: ['exchange.held'],
    belongs: 'PROJECT',
    ...others,
  },
  leadsReported: {
    code: 'LEADS_REPORTED',
    description: 'Leads on companies from the town hall.',
    names: ['employer.leadReported'],
    belongs: 'MUNICIPALITY',
    ...others,
  },
  leadsAnswered: {
    code: 'LEADS_ANSWERED',
    description: 'Leads whose reporter was told what became of them.',
    names: ['employer.leadAnswered'],
    belongs: 'MUNICIPALITY',
    ...others,
  },
} as const satisfies Record<string, FigureRule>;

export type FigureName = keyof typeof figureRules;

/** Each figure under its name in the schema. */
export const figures: ReadonlyMap<FigureName, FigureRule> = new Map(
  Object.entries(figureRules) as [FigureName, FigureRule][],
);

export function figureOf(code: string): FigureRule | undefined {
  return [...figures.values()].find((rule) => rule.code === code);
}

/** The start of receipt is no figure of its own; it stands behind the number of recipients. */
const BEHIND_RECIPIENTS = 'benefitUnit.benefitStarted';

export const countedNames: ReadonlySet<string> = new Set([
  BEHIND_RECIPIENTS,
  ...[...figures.values()].flatMap(({ names }) => names),
]);

function unitThatEnded(reasons: readonly string[]): (entry: Entry) => string | undefined {
  return (entry) => (reasons.includes(factOf(entry, 'reason') ?? '') ? factOf(entry, 'benefitUnitId') : undefined);
}

function isIntegration(entry: Pick<Entry, 'facts'>): boolean {
  return countsAsIntegration({
    kind: factOf(entry, 'kind') ?? '',
    subsidisedBy: factOf(entry, 'subsidisedBy')?.split(', ') ?? [],
  });
}
