import type { CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
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
