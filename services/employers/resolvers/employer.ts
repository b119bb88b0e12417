import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { bringsToWork, employersFor, vacanciesFor } from '../access.ts';
import type { Context } from '../context.ts';
import type { Employer } from '../employer/employer.ts';
import {
  asksForCalls,
  employerSorts,
  employersWhere,
  type EmployerFilter,
  type EmployerSort,
} from '../employer/employer-list.ts';
import { EmployerRefusal, forbiddenField } from '../refusal.ts';
import { vacancySorts } from '../vacancy/vacancy-list.ts';
import { visibleEmployer } from '../visible.ts';

type EmployerList = PageArguments & { filter?: EmployerFilter; sort: EmployerSort };

export const employerQueries = {
  employer: (_: unknown, { id }: { id: string }, context: Context) => visibleEmployer(id, context),
  employers: (
    _: unknown,
    { filter = {}, sort, ...page }: EmployerList,
    { actor, employers }: Context,
  ): Promise<Connection<Employer>> => {
    const visible = employersFor(actor, filter.municipality === undefined ? undefined : [filter.municipality]);
    if (!visible) throw new EmployerRefusal('FORBIDDEN', 'The network of employers is not for your role.');
    // When the job centre calls again is its own affair: it neither shows nor sorts a town hall's list.
    if (asksForCalls(filter, sort) && !bringsToWork(actor))
      throw new EmployerRefusal('FORBIDDEN', 'Calls are for the job centre.');
    const where = { ...visible, ...employersWhere(filter, sort) };
    return connection(employers, { where, sort: employerSorts[sort] }, page);
  },
};

export const employerFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleEmployer(id, context),
  municipality: ({ municipality }: Employer) => ({ ags: municipality }),
  contactPerson: ({ contactPerson }: Employer, _: unknown, context: Context) =>
    forJobCentre(contactPerson ?? null, context),
  contacts: ({ contacts }: Employer, _: unknown, context: Context) => forJobCentre(contacts, context),
  callAgainOn: ({ callAgainOn }: Employer, _: unknown, context: Context) => forJobCentre(callAgainOn ?? null, context),
  vacancies: ({ id }: Employer, page: PageArguments, { actor, vacancies }: Context) =>
    connection(
      vacancies,
      { where: { ...vacanciesFor(actor), employerId: id }, sort: vacancySorts.STARTS_ON_LATEST },
      page,
    ),
};

/** Refuses a town hall the names of people at firms, and what was talked about with them. */
function forJobCentre<Value>(value: Value, { actor }: Context): Value {
  if (!bringsToWork(actor)) throw forbiddenField('Contacts are for the job centre.');
  return value;
}
