import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';
import { Refusal } from '#shared/refusal.ts';

export const dayparts = ['MORNING', 'AFTERNOON', 'EVENING', 'NIGHT', 'WEEKEND'] as const;
export const vacancyClosings = ['FILLED', 'WITHDRAWN', 'FILLED_ELSEWHERE', 'EXPIRED'] as const;
export const proposalAnswers = [
  'INTERESTED',
  'APPLIED',
  'INTERVIEWED',
  'REJECTED_BY_PERSON',
  'REJECTED_BY_EMPLOYER',
  'HIRED',
] as const;
export const withdrawalReasons = ['VACANCY_CLOSED', 'PERSON_PLACED', 'MISTAKE', 'OTHER'] as const;
export const payPeriods = ['HOUR', 'MONTH'] as const;
export type Daypart = (typeof dayparts)[number];
export type ProposalAnswer = (typeof proposalAnswers)[number];
export type WithdrawalReason = (typeof withdrawalReasons)[number];
export type VacancyClosing = (typeof vacancyClosings)[number];

/** Vermittlungsvorschlag: a vacancy chosen by staff for a person. */
export type Proposal = {
  id: string;
  personId: string;
  caseId: string;
  proposedOn: string;
  /** With a written notice of legal consequences (§31(1) SGB II). */
  withLegalNotice: boolean;
  replyDueOn?: string;
  answer?: { code: ProposalAnswer; answeredOn: string };
  withdrawn?: { reason: WithdrawalReason; withdrawnOn: string };
};

/** Where the work is, as on a letter. */
export type VacancyPlace = { postcode: string; town: string };

/** Posts at an employer. Its proposals are part of it, so that nobody is hired beyond the posts. */
export type Vacancy = {
  id: string;
  employerId: string;
  title: string;
  /** KldB 2010, five digits; the last is the level of requirement. */
  occupation: string;
  /** AGS of the place of work; none outside the district, where `place` alone says where. */
  municipality?: string;
  place?: VacancyPlace;
  hoursPerWeek: number;
  dayparts: Daypart[];
  startsOn: string;
  /** Gross, in cents. */
  pay?: { cents: number; per: (typeof payPeriods)[number] };
  posts: number;
  drivingLicenceNeeded: boolean;
  registeredOn: string;
  /** To be confirmed with the employer again by this day. */
  refreshOn: string;
  closed?: { reason: VacancyClosing; closedOn: string };
  proposals: Proposal[];
  /** Posts that are still free: a derived number that the store can look for. */
  freePosts: number;
  /** Why nothing can be proposed; absent while it is open. Derived: what the store can look for of two reasons. */
  over?: Exclude<VacancyStatus, 'OPEN'>;
  /**
   * Of a closed vacancy, how many proposals are still open and to be ended; absent for none. Derived, for the same
   * reason.
   */
  proposalsToEnd?: number;
};

export type VacancyFacts = Omit<Vacancy, 'proposals' | 'freePosts' | 'over' | 'proposalsToEnd' | 'closed'>;
type VacancyEventName = `vacancy.${string}` | `proposal.${string}`;
export type VacancyDecision = Decision<Vacancy, Extract<EmployerEvent, { type: VacancyEventName }>>;

export const isHired = ({ answer, withdrawn }: Proposal): boolean =>
  withdrawn === undefined && answer?.code === 'HIRED';

/**
 * After these answers the outcome is still open: they need the vacancy, and name the person to the employer service.
 */
const undecided: readonly ProposalAnswer[] = ['INTERESTED', 'APPLIED', 'INTERVIEWED'];
export const leavesOpen = (answer: ProposalAnswer): boolean => undecided.includes(answer);

/** Whether the outcome of a proposal is still to come: it was not withdrawn, nobody was hired, and nobody said no. */
export const isOpen = ({ answer, withdrawn }: Proposal): boolean =>
  withdrawn === undefined && (answer === undefined || leavesOpen(answer.code));

export type VacancyStatus = 'OPEN' | 'FILLED' | 'CLOSED';

export function statusOf({ closed, freePosts }: Pick<Vacancy, 'closed' | 'freePosts'>): VacancyStatus {
  if (closed) return 'CLOSED';
  return freePosts === 0 ? 'FILLED' : 'OPEN';
}

/** The same, as the store looks for it. */
export const openVacancies: Where = { freePosts: { from: 1 }, 'closed.reason': null };
export const vacanciesOver: Where = { over: { in: ['FILLED', 'CLOSED'] satisfies VacancyStatus[] } };

/**
 * With these proposals, and what follows from them: the posts that are free, and what a closed vacancy has still to
 * end.
 */
export function withProposals(
  { proposalsToEnd: _before, over: _overBefore, ...vacancy }: Vacancy,
  proposals: Proposal[],
): Vacancy {
  const toEnd = vacancy.closed ? proposals.filter(isOpen).length : 0;
  const freePosts = vacancy.posts - proposals.filter(isHired).length;
  const status = statusOf({ ...vacancy, freePosts });
  return {
    ...vacancy,
    proposals,
    freePosts,
    ...(status !== 'OPEN' && { over: status }),
    ...(toEnd > 0 && { proposalsToEnd: toEnd }),
  };
}

/** With this proposal in place of the one it was. */
export function withProposal(vacancy: Vacancy, proposal: Proposal): Vacancy {
  return withProposals(
    vacancy,
    vacancy.proposals.map((each) => (each.id === proposal.id ? proposal : each)),
  );
}

/** The proposal a step is about. */
export function proposalOf({ proposals }: Vacancy, proposalId: string): Proposal {
  const proposal = proposals.find(({ id }) => id === proposalId);
  if (!proposal) throw new Refusal('NOT_FOUND', 'The proposal was not found.');
  return proposal;
}

/** What every event about a proposal says. */
export function ofProposal({ id: vacancyId, employerId }: Vacancy, { id: proposalId, personId, caseId }: Proposal) {
  return { proposalId, vacancyId, employerId, personId, caseId };
}
