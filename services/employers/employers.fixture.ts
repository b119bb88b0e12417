import { einhausen } from '#tests/support/actors.ts';
import type { Employer } from './employer/employer.ts';
import type { Lead } from './lead/lead.ts';
import { derivePlacement, type PlacementFacts } from './placement/placement.ts';
import type { Proposal } from './vacancy/proposal.ts';
import { withProposals, type Vacancy } from './vacancy/vacancy.ts';
import type { Profile } from './views/profile.ts';

/** The day on which the tests of rules take place. */
export const testDay = '2026-03-10';

export const baeckerei: Employer = {
  id: 'e-1',
  kind: 'COMPANY',
  name: 'Bäckerei Roßmann',
  sortName: 'baeckerei rossmann',
  municipality: einhausen,
  registeredOn: '2026-01-12',
  address: { postcode: '64683', town: 'Einhausen' },
  contacts: [],
};

export const lead: Lead = {
  id: 'l-1',
  municipality: einhausen,
  reportedBy: 'rathaus.einhausen',
  reportedOn: '2026-03-02',
  company: 'Ried-Logistik',
  kind: 'EXPANSION',
};

/** One post, part-time in the mornings. */
export const vacancy: Vacancy = {
  id: 'v-1',
  employerId: 'e-1',
  title: 'Reinigungskraft',
  occupation: '54101',
  municipality: einhausen,
  hoursPerWeek: 20,
  dayparts: ['MORNING'],
  startsOn: '2026-03-15',
  posts: 1,
  drivingLicenceNeeded: false,
  registeredOn: '2026-03-01',
  refreshOn: '2026-04-01',
  proposals: [],
  freePosts: 1,
};
export const proposalToAda: Proposal = {
  id: 'pr-ada',
  personId: 'p-ada',
  caseId: 'c-ada',
  proposedOn: '2026-03-02',
  withLegalNotice: false,
};
export const proposalToBen: Proposal = { ...proposalToAda, id: 'pr-ben', personId: 'p-ben', caseId: 'c-ben' };
export const hiredProposal: Proposal = { ...proposalToAda, answer: { code: 'HIRED', answeredOn: '2026-03-05' } };
export const withdrawnProposal: Proposal = {
  ...proposalToAda,
  withdrawn: { reason: 'OTHER', withdrawnOn: '2026-03-06' },
};

export function vacancyWith(...proposals: Proposal[]): Vacancy {
  return withProposals(vacancy, proposals);
}

/** The vacancy, closed on 2026-03-08, with these proposals. */
export function closedVacancyWith(...proposals: Proposal[]): Vacancy {
  return withProposals({ ...vacancy, closed: { reason: 'EXPIRED', closedOn: '2026-03-08' } }, proposals);
}

/** So many proposals to as many people. */
export function manyProposals(count: number): Proposal[] {
  return Array.from({ length: count }, (_, at) => ({
    ...proposalToBen,
    id: `pr-${at}`,
    personId: `p-${at}`,
    caseId: `c-${at}`,
  }));
}

/** The event that tells of the vacancy. */
export const vacancyRegistered = {
  type: 'vacancy.registered' as const,
  data: {
    vacancyId: 'v-1',
    employerId: 'e-1',
    municipality: einhausen,
    occupation: '54101',
    hoursPerWeek: 20,
    posts: 1,
    startsOn: '2026-03-15',
    registeredOn: '2026-03-01',
  },
};

/** The ids that every event about the proposal to Ada, and about her placement, carries. */
export const adasProposalIds = {
  proposalId: 'pr-ada',
  vacancyId: 'v-1',
  employerId: 'e-1',
  personId: 'p-ada',
  caseId: 'c-ada',
};
export const adasPlacementIds = { placementId: 'pl-1', employerId: 'e-1', personId: 'p-ada', caseId: 'c-ada' };

export const placementFacts: PlacementFacts = {
  id: 'pl-1',
  personId: 'p-ada',
  caseId: 'c-ada',
  municipality: einhausen,
  employerId: 'e-1',
  kind: 'INSURED_JOB',
  subsidisedBy: ['P88_EGZ'],
  hoursPerWeek: 20,
  startedOn: '2026-01-31',
  confirmed: [],
};
export const ongoingPlacement = derivePlacement(placementFacts);

/** Ada as matching knows her: she has cleaned, and can work in the mornings. */
export const adasProfile: Profile = {
  id: 'p-ada',
  municipality: einhausen,
  occupations: ['54101'],
  qualification: 'NONE',
  mobility: 'PUBLIC_TRANSPORT',
  hoursPerWeek: 20,
  availableDayparts: ['MORNING'],
};
