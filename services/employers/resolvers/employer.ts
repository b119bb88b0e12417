import { answer, found } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import type { Sort } from '#shared/documents/query.ts';
import { given } from '#shared/given.ts';
import { connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { keepsNetwork, maySeeNetwork, networkOf } from '../access.ts';
import { recordContact } from '../commands/employer/record-contact.ts';
import { registerEmployer } from '../commands/employer/register-employer.ts';
import { updateEmployer } from '../commands/employer/update-employer.ts';
import type { Context } from '../context.ts';
import type { Employer, EmployerContact, EmployerFacts } from '../employer.ts';

type OrNull<Shape> = { [Key in keyof Shape]?: Shape[Key] | null };
type Facts = Omit<EmployerFacts, 'id' | 'registeredOn' | 'name' | 'municipality' | 'kind'>;
type RegisterInput = Repeatable & Pick<EmployerFacts, 'name' | 'municipality' | 'kind'> & OrNull<Facts & { registeredOn: string }>;
type UpdateInput = Repeatable & { employerId: string } & OrNull<Facts & Pick<EmployerFacts, 'name' | 'municipality' | 'kind'>>;
type ContactInput = Repeatable & Pick<EmployerContact, 'channel' | 'outcome'> & { employerId: string } & OrNull<Pick<EmployerContact, 'contactedOn' | 'callAgainOn' | 'note'>>;
type EmployerFilter = OrNull<{ municipality: string; kind: Employer['kind']; name: string; callAgainBefore: string }>;

const byName: Sort = { by: 'sortName', direction: 'asc' };

export const employerQueries = {
  employer: (_: unknown, { id }: { id: string }, context: Context) => visibleEmployer(id, context),
  employers: (_: unknown, { filter, ...page }: { filter?: EmployerFilter | null } & PageArguments, { actor, employers }: Context) => {
    if (!maySeeNetwork(actor)) throw new Refusal('FORBIDDEN', 'The network of employers is not for your role.');
    const { municipality, kind, name, callAgainBefore } = given(filter ?? {});
    const where = {
      ...(municipality !== undefined && { municipality }),
      ...networkOf(actor),
      ...(kind !== undefined && { kind }),
      ...(name !== undefined && { sortName: { prefix: name.toLowerCase() } }),
      ...(callAgainBefore !== undefined && { callAgainOn: { from: '', before: callAgainBefore } }),
    };
    return connection(employers, { where, sort: byName }, page);
  },
};

export const employerMutations = {
  registerEmployer: (_: unknown, { input }: { input: RegisterInput }, { actor, employers, newId, stamp, today }: Context) =>
    answer(async () => {
      if (!keepsNetwork(actor, input.municipality)) throw new Refusal('FORBIDDEN', 'The employer service keeps the network of its municipalities.');
      const { idempotencyKey: _key, registeredOn = today, address = {}, ...facts } = given(input);
      const id = newId(input);
      return { employer: await employers.change(id, (known) => registerEmployer(known, { employer: { ...facts, id, registeredOn, address }, today }), stamp(input)) };
    }),
  updateEmployer: (_: unknown, { input }: { input: UpdateInput }, { actor, employers, stamp, today }: Context) =>
    answer(async () => {
      const { employerId, idempotencyKey: _key, ...changes } = given(input);
      return {
        employer: await employers.change(employerId, (known) => {
          const employer = kept(found(known, 'The employer'), actor);
          return updateEmployer(employer, { changes, updatedOn: today });
        }, stamp(input)),
      };
    }),
  recordContact: (_: unknown, { input }: { input: ContactInput }, { actor, employers, newId, stamp, today }: Context) =>
    answer(async () => {
      const { employerId, idempotencyKey: _key, contactedOn = today, ...facts } = given(input);
      const contact = { ...facts, id: newId(input), contactedOn };
      return { employer: await employers.change(employerId, (known) => recordContact(kept(found(known, 'The employer'), actor), { contact, today }), stamp(input)) };
    }),
};

export const employerFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleEmployer(id, context),
  municipality: ({ municipality }: Employer) => ({ ags: municipality }),
  contacts: ({ contacts }: Employer, _: unknown, { actor }: Context) => {
    if (actor.role === 'TOWN_HALL') throw refused('FORBIDDEN', 'Contacts are for the job centre.');
    return contacts;
  },
  vacancies: ({ id }: Employer, page: PageArguments, { vacancies }: Context) => connection(vacancies, { where: { employerId: id } }, page),
};

export async function visibleEmployer(id: string, { actor, load }: Context): Promise<Employer> {
  const employer = maySeeNetwork(actor) ? await load.employer.load(id) : null;
  if (!employer || (actor.role === 'TOWN_HALL' && !actor.municipalities.includes(employer.municipality))) throw refused(maySeeNetwork(actor) ? 'NOT_FOUND' : 'FORBIDDEN', 'There is no such employer for you.');
  return employer;
}

function kept(employer: Employer, actor: Context['actor']): Employer {
  if (!keepsNetwork(actor, employer.municipality)) throw new Refusal('FORBIDDEN', 'The employer service keeps the network of its municipalities.');
  return employer;
}
