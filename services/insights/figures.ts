import type { Entry } from './views/entry.ts';

/** How an event belongs to a project: it says so, it is about one of its cases, or about its municipality. */
export type Belongs = 'PROJECT' | 'CASE' | 'MUNICIPALITY';

export type FigureRule = {
  code: string;
  description: string;
  names: readonly string[];
  belongs: Belongs;
  /** Which of these events count; all of them if left out. */
  counts?: (entry: Entry, project: { personIds: ReadonlySet<string> }) => boolean;
  /** Several events about one of these count once. */
  distinct?: (entry: Entry) => string;
  /** The figure tells of people, so a small one may tell of one of them. */
  aboutPeople: boolean;
};

/** Publicly funded work is no integration in the sense of §48a SGB II; marginal work is none either. */
const NOT_COUNTED = new Set(['PUBLICLY_FUNDED', 'MARGINAL']);
const SIX_MONTHS = '6';

const factOf = (entry: Entry, name: string): string | undefined => entry.facts.find((fact) => fact.name === name)?.value;

/** What a project report counts. Operational figures of this house, not the official statistic. */
export const figureRules = {
  talksHeld: { code: 'TALKS_HELD', description: 'Talks that took place.', names: ['interview.held'], belongs: 'PROJECT', aboutPeople: true },
  peopleReached: { code: 'PEOPLE_REACHED', description: 'People with at least one talk that took place.', names: ['interview.held'], belongs: 'PROJECT', distinct: ({ personId, id }) => personId ?? id, aboutPeople: true },
  talksMissed: { code: 'TALKS_MISSED', description: 'Invitations that were missed without a good reason.', names: ['interview.missed'], belongs: 'PROJECT', aboutPeople: true },
  casesOpened: { code: 'CASES_OPENED', description: 'Cases opened or reopened.', names: ['case.opened', 'case.reopened'], belongs: 'PROJECT', aboutPeople: true },
  casesClosed: { code: 'CASES_CLOSED', description: 'Cases closed.', names: ['case.closed'], belongs: 'PROJECT', aboutPeople: true },
  assessments: { code: 'ASSESSMENTS', description: 'Assessments of strengths and obstacles.', names: ['potential.assessed'], belongs: 'PROJECT', aboutPeople: true },
  plansAgreed: { code: 'PLANS_AGREED', description: 'Cooperation plans agreed.', names: ['plan.agreed'], belongs: 'PROJECT', aboutPeople: true },
  measuresAgreed: { code: 'MEASURES_AGREED', description: 'Places in measures agreed.', names: ['measure.agreed'], belongs: 'CASE', aboutPeople: true },
  measuresStarted: { code: 'MEASURES_STARTED', description: 'Measures started by people.', names: ['measure.started'], belongs: 'CASE', aboutPeople: true },
  measuresEnded: { code: 'MEASURES_ENDED', description: 'Measures ended by people.', names: ['measure.ended'], belongs: 'CASE', aboutPeople: true },
  referralsSent: { code: 'REFERRALS_SENT', description: 'Referrals into a funding instrument elsewhere.', names: ['referral.sent'], belongs: 'CASE', aboutPeople: true },
  proposals: { code: 'PROPOSALS', description: 'Vacancies proposed to people.', names: ['placement.proposed'], belongs: 'CASE', aboutPeople: true },
  placements: { code: 'PLACEMENTS', description: 'People placed in work or training, every start.', names: ['integration.started'], belongs: 'CASE', aboutPeople: true },
  integrations: {
    code: 'INTEGRATIONS', description: 'Starts that count as integration: insured work, fully qualifying training, self-employment (§48a SGB II); at most one per person and month.', names: ['integration.started'], belongs: 'CASE',
    counts: (entry) => !NOT_COUNTED.has(factOf(entry, 'kind') ?? ''), distinct: ({ personId, occurredOn, id }) => `${personId ?? id} ${occurredOn.slice(0, 7)}`, aboutPeople: true,
  },
  lastingSixMonths: { code: 'LASTING_SIX_MONTHS', description: 'Placements confirmed for the sixth month.', names: ['integration.continuityConfirmed'], belongs: 'CASE', counts: (entry) => factOf(entry, 'month') === SIX_MONTHS, aboutPeople: true },
  unitsWithoutBenefit: {
    code: 'UNITS_WITHOUT_BENEFIT', description: 'Benefit units of the municipality that need no more benefit and have a member with a case in the project.', names: ['benefitUnit.benefitEnded'], belongs: 'MUNICIPALITY',
    counts: ({ memberIds = [] }, { personIds }) => memberIds.some((id) => personIds.has(id)), aboutPeople: true,
  },
  exchangesHeld: { code: 'EXCHANGES_HELD', description: 'Meetings of job centre and municipality.', names: ['exchange.held'], belongs: 'PROJECT', aboutPeople: false },
  leadsReported: { code: 'LEADS_REPORTED', description: 'Leads on companies from the town hall.', names: ['employer.leadReported'], belongs: 'MUNICIPALITY', aboutPeople: false },
  leadsAnswered: { code: 'LEADS_ANSWERED', description: 'Leads whose reporter was told what became of them.', names: ['employer.leadAnswered'], belongs: 'MUNICIPALITY', aboutPeople: false },
} as const satisfies Record<string, FigureRule>;

/** The events that count, each at most once for what is distinct; the earliest stands for the others. */
export function counted(rule: FigureRule, entries: readonly Entry[], project: { personIds: ReadonlySet<string> }): Entry[] {
  const counting = entries.filter((entry) => rule.counts?.(entry, project) ?? true).toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const { distinct } = rule;
  if (!distinct) return counting;
  const first = new Map<string, Entry>();
  for (const entry of counting) if (!first.has(distinct(entry))) first.set(distinct(entry), entry);
  return [...first.values()];
}

/** Under three, a number about people may be one about a person. */
const SMALLEST_COUNT = 3;

export function shownCount(count: number, { aboutPeople, exact }: { aboutPeople: boolean; exact: boolean }): { count: number | null; suppressed: boolean } {
  const hidden = !exact && aboutPeople && count > 0 && count < SMALLEST_COUNT;
  return { count: hidden ? null : count, suppressed: hidden };
}
