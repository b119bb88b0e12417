import { answerOrRefuse, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import type { Sort } from '#shared/documents/query.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { bringsToWork, employersFor, keepsNetwork, maySeeEmployer, vacanciesFor } from '../access.ts';
import { recordContact } from '../commands/employer/record-contact.ts';
import { registerEmployer } from '../commands/employer/register-employer.ts';
import { updateEmployer, type EmployerChanges } from '../commands/employer/update-employer.ts';
import { visibleEmployer, type Context } from '../context.ts';
import {
  employerSortName,
  type Employer,
  type EmployerContact,
  type EmployerDecision,
  type EmployerFacts,
} from '../employer/employer.ts';
import { vacancySorts } from '../vacancy/vacancy-list.ts';

type Needed = Pick<EmployerFacts, 'name' | 'municipality' | 'kind'>;
type RegisterInput = Needed & Partial<Omit<EmployerFacts, 'id' | keyof Needed>>;
type UpdateInput = { employerId: string } & Partial<EmployerChanges>;
type ContactInput = { employerId: string } & Pick<EmployerContact, 'channel' | 'outcome'> &
  Partial<Pick<EmployerContact, 'contactedOn' | 'callAgainOn' | 'note'>>;
type EmployerFilter = Partial<{ municipality: string; kind: Employer['kind']; name: string; callAgainBefore: string }>;

const sorts = {
  NAME: { by: 'sortName', direction: 'asc' },
  CALL_AGAIN: { by: 'callAgainOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;
type Listing = PageArguments & { filter?: EmployerFilter; sort: keyof typeof sorts };

export const employerQueries = {
  employer: (_: unknown, { id }: { id: string }, context: Context) => visibleEmployer(id, context),
  employers: (
    _: unknown,
    { filter, sort, ...page }: Listing,
    { actor, employers }: Context,
  ): Promise<Connection<Employer>> => {
    const { municipality, kind, name, callAgainBefore } = filter ?? {};
    const mine = employersFor(actor, municipality === undefined ? undefined : [municipality]);
    if (!mine) throw new Refusal('FORBIDDEN', 'The network of employers is not for your role.');
    const promised = {
      ...(sort === 'CALL_AGAIN' && { from: '' }),
      ...(callAgainBefore !== undefined && { from: '', before: callAgainBefore }),
    };
    // When the job centre calls again is its own affair: it neither shows nor sorts a town hall's list.
    if ('from' in promised && !bringsToWork(actor)) throw new Refusal('FORBIDDEN', 'Calls are for the job centre.');
    const where = {
      ...mine,
      ...(kind !== undefined && { kind }),
      ...(name !== undefined && { sortName: { prefix: employerSortName(name) } }),
      ...('from' in promised && { callAgainOn: promised }),
    };
    return connection(employers, { where, sort: sorts[sort] }, page);
  },
};

export const employerMutations = {
  registerEmployer: (
    _: unknown,
    { input }: { input: RegisterInput },
    { actor, employers, newId, stamp, today }: Context,
  ) =>
    answerOrRefuse(async () => {
      if (!keepsNetwork(actor, input.municipality))
        throw new Refusal('FORBIDDEN', 'The employer service keeps the network of its municipalities.');
      const { registeredOn = today, address = {}, ...facts } = input;
      const id = newId();
      return {
        employer: await employers.change(
          id,
          (known) => registerEmployer(known, { employer: { ...facts, id, registeredOn, address }, today }),
          stamp,
        ),
      };
    }),
  updateEmployer: (_: unknown, { input }: { input: UpdateInput }, context: Context) => {
    const { employerId: _id, ...changes } = input;
    return changeKept(input, context, (employer) => {
      if (!keepsNetwork(context.actor, changes.municipality ?? employer.municipality))
        throw new Refusal('FORBIDDEN', 'An employer can be moved to a municipality of yours.');
      return updateEmployer(employer, { changes, updatedOn: context.today });
    });
  },
  recordContact: (_: unknown, { input }: { input: ContactInput }, context: Context) => {
    const { employerId: _id, contactedOn = context.today, ...facts } = input;
    const contact = { ...facts, id: context.newId(), contactedOn };
    return changeKept(input, context, (employer) => recordContact(employer, { contact, today: context.today }));
  },
};

export const employerFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleEmployer(id, context),
  municipality: ({ municipality }: Employer) => ({ ags: municipality }),
  contactPerson: ({ contactPerson }: Employer, _: unknown, context: Context) =>
    ofJobCentre(contactPerson ?? null, context),
  contacts: ({ contacts }: Employer, _: unknown, context: Context) => ofJobCentre(contacts, context),
  callAgainOn: ({ callAgainOn }: Employer, _: unknown, context: Context) => ofJobCentre(callAgainOn ?? null, context),
  vacancies: ({ id }: Employer, page: PageArguments, { actor, vacancies }: Context) =>
    connection(
      vacancies,
      { where: { ...vacanciesFor(actor), employerId: id }, sort: vacancySorts.STARTS_ON_LATEST },
      page,
    ),
};

/** Names of people at firms, and what was talked about with them, are no business of a town hall. */
function ofJobCentre<Value>(value: Value, { actor }: Context): Value {
  if (!bringsToWork(actor)) throw fieldRefusal('FORBIDDEN', 'Contacts are for the job centre.');
  return value;
}

/** A change of an employer by who keeps the network there. */
function changeKept(
  input: { employerId: string },
  { actor, employers, stamp }: Context,
  decide: (employer: Employer) => EmployerDecision,
): Promise<{ employer: Employer } | RefusalPayload> {
  return answerOrRefuse(async () => ({
    employer: await employers.change(
      input.employerId,
      (known) => {
        const employer = requireVisible(known, (each) => maySeeEmployer(actor, each), 'The employer');
        if (!keepsNetwork(actor, employer.municipality))
          throw new Refusal('FORBIDDEN', 'The employer service keeps the network of its municipalities.');
        return decide(employer);
      },
      stamp,
    ),
  }));
}
