import type { Employer } from './employer/employer.ts';
import type { Lead } from './lead/lead.ts';
import { derivePlacement, type PlacementFacts } from './placement/placement.ts';
import type { Proposal } from './vacancy/proposal.ts';
import { withProposals, type Vacancy } from './vacancy/vacancy.ts';

/** An employer with a vacancy, a lead and somebody who began there, as tests know them; the day of the tests is `today`. */
export const testDay = '2026-03-10';
export const einhausen = '06431006';
export const rimbach = '06431019';

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

/** What every event about a proposal to Ada, and about her placement, says. */
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
