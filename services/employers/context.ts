import DataLoader from 'dataloader';
import { caseOfCare, casesOf, type CareTeam, type CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Actor } from '#shared/identity.ts';
import { Refusal } from '#shared/refusal.ts';
import type { ServiceRequest } from '#shared/request.ts';
import type { Employer } from './employer.ts';
import type { Lead } from './lead.ts';
import type { Placement } from './placement.ts';
import type { Vacancy } from './vacancy.ts';
import type { Profiles } from './views/profile.ts';

export type Stores = { employers: Collection<Employer>; leads: Collection<Lead>; vacancies: Collection<Vacancy>; placements: Collection<Placement>; teams: CareTeams; profiles: Profiles };
export type EmployersContext = Stores & {
  load: { employer: DataLoader<string, Employer | null>; vacancy: DataLoader<string, Vacancy | null>; casesOfPerson: DataLoader<string, CareTeam[]> };
};
export type Context = ServiceRequest & EmployersContext;

export function employersContext(stores: Stores): EmployersContext {
  return {
    ...stores,
    load: {
      employer: new DataLoader((ids) => stores.employers.getMany(ids)),
      vacancy: new DataLoader((ids) => stores.vacancies.getMany(ids)),
      casesOfPerson: new DataLoader((ids) => Promise.all(ids.map((id) => casesOf(stores.teams, id)))),
    },
  };
}

/** The open case in which the actor acts for the person. Refused with CASE_UNKNOWN or NOT_ON_CARE_TEAM. */
export async function caseToActIn(personId: string, { actor, load }: Context): Promise<CareTeam> {
  const cases = await load.casesOfPerson.load(personId);
  if (!cases.some(({ open }) => open)) throw new Refusal('CASE_UNKNOWN', 'No open case of this person is known here yet.');
  const team = caseOfCare(actor, cases);
  if (!team) throw new Refusal('NOT_ON_CARE_TEAM', 'You are not on the care team of this person.');
  return team;
}

/** Proposals and placements of a person: for who looks after them, and the employer service of the municipality. */
export async function maySeePlacementsOf(personId: string, { actor, load }: Context): Promise<boolean> {
  const cases = await load.casesOfPerson.load(personId);
  return lookedAfterBy(actor, cases) || (actor.role === 'EMPLOYER_SERVICE' && cases.some(({ municipality }) => actor.municipalities.includes(municipality)));
}

/** After the case was closed, the same people may still read. */
function lookedAfterBy(actor: Actor, cases: CareTeam[]): boolean {
  const noneOpen = cases.every(({ open }) => !open);
  return caseOfCare(actor, noneOpen ? cases.map((team) => ({ ...team, open: true })) : cases) !== undefined;
}
