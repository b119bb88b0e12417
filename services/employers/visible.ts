import { caseToActIn, type CareTeam } from '#shared/care-team.ts';
import { requireFound, requireVisible } from '#shared/graph/answer.ts';
import {
  bringsToWork,
  employersFor,
  maySeeEmployer,
  maySeeLead,
  maySeePlacements,
  maySeeVacancy,
  vacanciesFor,
  worksWithLeads,
} from './access.ts';
import type { Context } from './context.ts';
import type { Employer } from './employer/employer.ts';
import type { Lead } from './lead/lead.ts';
import type { Placement } from './placement/placement.ts';
import { forbiddenField } from './refusal.ts';
import type { Proposal } from './vacancy/proposal.ts';
import type { Vacancy } from './vacancy/vacancy.ts';

/** A proposal as the graph shows it: with its vacancy. */
export type ProposalInVacancy = Proposal & { vacancy: Vacancy };

/** Returns the employer, if the caller may see it. Refused with FORBIDDEN or NOT_FOUND. */
export async function visibleEmployer(id: string, { actor, loaders }: Context): Promise<Employer> {
  if (!employersFor(actor)) throw forbiddenField('The network of employers is not for your role.');
  return requireVisible(await loaders.employer.load(id), (employer) => maySeeEmployer(actor, employer), 'The employer');
}

/** Returns the lead, if the caller may see it. Refused with FORBIDDEN or NOT_FOUND. */
export async function visibleLead(id: string, { actor, loaders }: Context): Promise<Lead> {
  if (!worksWithLeads(actor)) throw forbiddenField('Leads are for town halls and the job centre.');
  return requireVisible(await loaders.lead.load(id), ({ municipality }) => maySeeLead(actor, municipality), 'The lead');
}

/** Returns the vacancy, if the caller may see it. Refused with FORBIDDEN or NOT_FOUND. */
export async function visibleVacancy(id: string, { actor, loaders }: Context): Promise<Vacancy> {
  if (!vacanciesFor(actor)) throw forbiddenField('Vacancies are not for your role.');
  return requireVisible(await loaders.vacancy.load(id), (vacancy) => maySeeVacancy(actor, vacancy), 'The vacancy');
}

/** Returns the proposal, if the caller may see those of the person. Refused with NOT_FOUND. */
export async function visibleProposal(id: string, context: Context): Promise<ProposalInVacancy> {
  const [proposal] = await proposalsWith('id', id, context);
  return requireMayKnow(proposal ?? null, 'The proposal', context);
}

/** Returns the placement, if the caller may see those of the person. Refused with FORBIDDEN or NOT_FOUND. */
export async function visiblePlacement(id: string, context: Context): Promise<Placement> {
  if (!bringsToWork(context.actor)) throw forbiddenField('Placements are for those who look after people.');
  return requireMayKnow(await context.loaders.placement.load(id), 'The placement', context);
}

/** Refuses with NOT_FOUND what is not there, and what is about a person whom the caller has no need to know. */
export async function requireMayKnow<About extends { personId: string }>(
  about: About | null,
  what: string,
  context: Context,
): Promise<About> {
  return requireFound(about && (await maySeePlacementsOf(about.personId, context)) ? about : null, what);
}

/** True when proposals and placements of the person are for the caller. */
export async function maySeePlacementsOf(personId: string, { actor, loaders }: Context): Promise<boolean> {
  return maySeePlacements(actor, await loaders.casesOfPerson.load(personId));
}

/** Returns the open case in which the caller acts for the person. Refused with FORBIDDEN or CASE_UNKNOWN. */
export async function openCaseToActIn(personId: string, { actor, loaders }: Context): Promise<CareTeam> {
  return caseToActIn(actor, await loaders.casesOfPerson.load(personId));
}

/** Returns every proposal with this id, for this person or in this case, oldest first. */
export async function proposalsWith(
  key: 'id' | 'personId' | 'caseId',
  value: string,
  { loaders }: Context,
): Promise<ProposalInVacancy[]> {
  const vacancies = await loaders.vacanciesWith[key].load(value);
  const proposals = vacancies.flatMap((vacancy) =>
    vacancy.proposals.filter((proposal) => proposal[key] === value).map((proposal) => ({ ...proposal, vacancy })),
  );
  return inOrder(proposals, ({ proposedOn, id }) => `${proposedOn} ${id}`);
}

/** Returns every placement of a person or in a case, oldest first. */
export async function placementsWith(
  key: 'personId' | 'caseId',
  value: string,
  { loaders }: Context,
): Promise<Placement[]> {
  return inOrder(await loaders.placementsWith[key].load(value), ({ startedOn, id }) => `${startedOn} ${id}`);
}

function inOrder<Item>(items: readonly Item[], sortKey: (item: Item) => string): Item[] {
  return items.toSorted((left, right) => sortKey(left).localeCompare(sortKey(right)));
}
