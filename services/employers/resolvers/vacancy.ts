import { isMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { bringsToWork, vacanciesFor } from '../access.ts';
import type { Context } from '../context.ts';
import { EmployerRefusal, forbiddenField } from '../refusal.ts';
import { vacancyStatus, type Vacancy } from '../vacancy/vacancy.ts';
import { vacanciesWhere, vacancySorts, type VacancyFilter, type VacancySort } from '../vacancy/vacancy-list.ts';
import { maySeePlacementsOf, visibleVacancy, type ProposalInVacancy } from '../visible.ts';
import { candidatesFor } from './match.ts';

type VacancyList = PageArguments & { filter?: VacancyFilter & { municipalities?: string[] }; sort: VacancySort };

export const vacancyQueries = {
  vacancy: (_: unknown, { id }: { id: string }, context: Context) => visibleVacancy(id, context),
  vacancies: (
    _: unknown,
    { filter: { municipalities, ...filter } = {}, sort, ...page }: VacancyList,
    { actor, vacancies }: Context,
  ): Promise<Connection<Vacancy>> => {
    const visible = vacanciesFor(actor, municipalities);
    if (!visible) throw new EmployerRefusal('FORBIDDEN', 'Vacancies are not for your role.');
    return connection(vacancies, { where: { ...vacanciesWhere(filter), ...visible }, sort: vacancySorts[sort] }, page);
  },
};

export const vacancyFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleVacancy(id, context),
  // Whoever sees the vacancy may know whose it is, also where the firm has its seat elsewhere.
  employer: ({ employerId }: Vacancy, _: unknown, { loaders }: Context) => loaders.employer.load(employerId),
  occupation: ({ occupation }: Vacancy) => ({ code: occupation }),
  requirementLevel: ({ occupation }: Vacancy) => Number(occupation.at(-1)),
  // A vacancy registered before the key was checked may carry one that the graph does not know.
  municipality: ({ municipality: ags }: Vacancy) => (ags !== undefined && isMunicipality(ags) ? { ags } : null),
  status: vacancyStatus,
  // How many are taken is how many of ours were hired there: in a village, that tells of people.
  freePosts: ({ freePosts }: Vacancy, _: unknown, { actor }: Context) => (bringsToWork(actor) ? freePosts : null),
  closedOn: ({ closed }: Vacancy) => closed?.closedOn ?? null,
  closedBecause: ({ closed }: Vacancy) => closed?.reason ?? null,
  proposals: async (vacancy: Vacancy, _: unknown, context: Context): Promise<ProposalInVacancy[]> => {
    if (!bringsToWork(context.actor)) throw forbiddenField('Proposals are for those who look after people.');
    const visible = await Promise.all(vacancy.proposals.map(({ personId }) => maySeePlacementsOf(personId, context)));
    return vacancy.proposals.filter((_proposal, at) => visible[at]).map((proposal) => ({ ...proposal, vacancy }));
  },
  candidates: (vacancy: Vacancy, { first }: { first: number }, context: Context) =>
    candidatesFor(vacancy, first, context),
};
