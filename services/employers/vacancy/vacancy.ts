import type { Daypart } from '#shared/codes/dayparts.ts';
import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';
import { EmployerRefusal } from '../refusal.ts';
import { isHired, isOpenProposal, type Proposal } from './proposal.ts';

export const vacancyClosings = ['FILLED', 'WITHDRAWN', 'FILLED_ELSEWHERE', 'EXPIRED'] as const;
export const payPeriods = ['HOUR', 'MONTH'] as const;
export type VacancyClosing = (typeof vacancyClosings)[number];
export type VacancyStatus = 'OPEN' | 'FILLED' | 'CLOSED';

/** The place of work, as on a letter. */
export type VacancyPlace = { postcode: string; town: string };

/** Posts at an employer. Its proposals are part of it, so that nobody is hired beyond the posts. */
export type Vacancy = {
  id: string;
  employerId: string;
  title: string;
  /** KldB 2010, five digits; the last is the level of requirement. */
  occupation: string;
  /** AGS of the place of work; absent outside the district, where `place` alone says where. */
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
  /** Posts that are still free. Derived: a number that the store can look for. */
  freePosts: number;
  /** Why nothing can be proposed; absent while it is open. Derived: what the store can look for of two reasons. */
  over?: Exclude<VacancyStatus, 'OPEN'>;
  /** Of a closed vacancy, how many proposals are still open and to be ended; absent for none. Derived as well. */
  proposalsToEnd?: number;
};

export type VacancyFacts = Omit<Vacancy, 'proposals' | 'freePosts' | 'over' | 'proposalsToEnd' | 'closed'>;
type VacancyEventName = `vacancy.${string}` | `proposal.${string}`;
export type VacancyDecision = Decision<Vacancy, Extract<EmployerEvent, { type: VacancyEventName }>>;

export function vacancyStatus({ closed, freePosts }: Pick<Vacancy, 'closed' | 'freePosts'>): VacancyStatus {
  if (closed) return 'CLOSED';
  return freePosts === 0 ? 'FILLED' : 'OPEN';
}

/** The status as a condition of the store. */
export const openVacancies: Where = { freePosts: { from: 1 }, 'closed.reason': null };
export const unavailableVacancies: Where = { over: { in: ['FILLED', 'CLOSED'] satisfies VacancyStatus[] } };

/**
 * Returns the vacancy with these proposals and what follows from them: free posts, and what a closing has still to end.
 */
export function withProposals(
  { proposalsToEnd: _toEndBefore, over: _overBefore, ...vacancy }: Vacancy,
  proposals: Proposal[],
): Vacancy {
  const toEnd = vacancy.closed ? proposals.filter(isOpenProposal).length : 0;
  const freePosts = vacancy.posts - proposals.filter(isHired).length;
  const status = vacancyStatus({ ...vacancy, freePosts });
  return {
    ...vacancy,
    proposals,
    freePosts,
    ...(status !== 'OPEN' && { over: status }),
    ...(toEnd > 0 && { proposalsToEnd: toEnd }),
  };
}

/** Returns the vacancy with this proposal in place of the one of the same id. */
export function withProposal(vacancy: Vacancy, proposal: Proposal): Vacancy {
  return withProposals(
    vacancy,
    vacancy.proposals.map((each) => (each.id === proposal.id ? proposal : each)),
  );
}

/** Returns the proposal that a step is about. Refused with NOT_FOUND. */
export function requireProposal({ proposals }: Vacancy, proposalId: string): Proposal {
  const proposal = proposals.find(({ id }) => id === proposalId);
  if (!proposal) throw new EmployerRefusal('NOT_FOUND', 'The proposal was not found.');
  return proposal;
}

/**
 * Refuses a placement from a proposal before the post was taken by it, and at another employer than that of the
 * vacancy.
 */
export function assertHired(
  { proposals, employerId }: Vacancy,
  start: { proposalId?: string | undefined; personId: string; employerId: string },
): void {
  const proposal = proposals.find(({ id }) => id === start.proposalId);
  if (proposal?.personId !== start.personId || !isHired(proposal))
    throw new EmployerRefusal('NOT_HIRED', 'The proposal was not answered with HIRED for this person.');
  if (employerId !== start.employerId)
    throw new EmployerRefusal('INVALID_INPUT', 'is not the employer of the vacancy.', 'employerId');
}

/** The ids that every event about a proposal carries. */
export function proposalIds({ id: vacancyId, employerId }: Vacancy, { id: proposalId, personId, caseId }: Proposal) {
  return { proposalId, vacancyId, employerId, personId, caseId };
}
