import DataLoader from 'dataloader';
import type { CareTeam, CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';
import type { Employer } from './employer/employer.ts';
import type { Lead } from './lead/lead.ts';
import type { Placement } from './placement/placement.ts';
import type { Vacancy } from './vacancy/vacancy.ts';

/** Reads a document once per request, however often the query asks for it, and for a whole list at once. */
export type EmployersLoaders = {
  employer: DataLoader<string, Employer | null>;
  lead: DataLoader<string, Lead | null>;
  vacancy: DataLoader<string, Vacancy | null>;
  placement: DataLoader<string, Placement | null>;
  team: DataLoader<string, CareTeam | null>;
  casesOfPerson: DataLoader<string, CareTeam[]>;
  /** The vacancies that hold a proposal, or one for a person or in a case. */
  vacanciesWith: Record<'id' | 'personId' | 'caseId', DataLoader<string, Vacancy[]>>;
  placementsWith: Record<'personId' | 'caseId', DataLoader<string, Placement[]>>;
};

type Sources = {
  employers: Collection<Employer>;
  leads: Collection<Lead>;
  vacancies: Collection<Vacancy>;
  placements: Collection<Placement>;
  teams: CareTeams;
};

export function employersLoaders({ employers, leads, vacancies, placements, teams }: Sources): EmployersLoaders {
  const vacanciesBy = (key: 'id' | 'personId' | 'caseId') =>
    byKey(vacancies, `proposals.${key}`, ({ proposals }) => proposals.map((proposal) => proposal[key]));
  const placementsBy = (key: 'personId' | 'caseId') => byKey(placements, key, (placement) => [placement[key]]);
  return {
    employer: new DataLoader((ids) => employers.getMany(ids)),
    lead: new DataLoader((ids) => leads.getMany(ids)),
    vacancy: new DataLoader((ids) => vacancies.getMany(ids)),
    placement: new DataLoader((ids) => placements.getMany(ids)),
    team: new DataLoader((ids) => teams.getMany(ids)),
    casesOfPerson: byKey(teams, 'personId', ({ personId }) => [personId]),
    vacanciesWith: { id: vacanciesBy('id'), personId: vacanciesBy('personId'), caseId: vacanciesBy('caseId') },
    placementsWith: { personId: placementsBy('personId'), caseId: placementsBy('caseId') },
  };
}
