import { requireVisible } from '#shared/graph/answer.ts';
import { caseToActIn, type CareTeam, type CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import { employersFor, maySeeEmployer, maySeePlacements, maySeeVacancy, vacanciesFor } from './access.ts';
import type { Employer } from './employer/employer.ts';
import type { Lead } from './lead/lead.ts';
import { employersLoaders, type EmployersLoaders } from './loaders.ts';
import type { Placement } from './placement/placement.ts';
import type { Vacancy } from './vacancy/vacancy.ts';
import type { Profiles } from './views/profile.ts';

export type Stores = {
  employers: Collection<Employer>;
  leads: Collection<Lead>;
  vacancies: Collection<Vacancy>;
  placements: Collection<Placement>;
  teams: CareTeams;
  profiles: Profiles;
};
export type EmployersContext = Stores & { loaders: EmployersLoaders };
export type Context = ServiceRequest & EmployersContext;

export function employersContext(stores: Stores): EmployersContext {
  return { ...stores, loaders: employersLoaders(stores) };
}

/** The employer, if the caller may know it. Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function visibleEmployer(id: string, { actor, loaders: load }: Context): Promise<Employer> {
  if (!employersFor(actor)) throw fieldRefusal('FORBIDDEN', 'The network of employers is not for your role.');
  return requireVisible(await load.employer.load(id), (employer) => maySeeEmployer(actor, employer), 'The employer');
}

/** The vacancy, if the caller may know it. Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function visibleVacancy(id: string, { actor, loaders: load }: Context): Promise<Vacancy> {
  if (!vacanciesFor(actor)) throw fieldRefusal('FORBIDDEN', 'Vacancies are not for your role.');
  return requireVisible(await load.vacancy.load(id), (vacancy) => maySeeVacancy(actor, vacancy), 'The vacancy');
}

/** The open case in which the caller acts for the person. Refused with FORBIDDEN or CASE_UNKNOWN. */
export async function caseToActInFor(personId: string, { actor, loaders: load }: Context): Promise<CareTeam> {
  return caseToActIn(actor, await load.casesOfPerson.load(personId));
}

export async function maySeePlacementsOf(personId: string, { actor, loaders: load }: Context): Promise<boolean> {
  return maySeePlacements(actor, await load.casesOfPerson.load(personId));
}
