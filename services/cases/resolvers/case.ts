import { answer, found, type Refused } from '#shared/answer.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { casesFor, mayActIn, mayChangeTeam, mayOpenCase, maySeeCase, maySeeProject } from '../access.ts';
import { isOpen, type Case, type CaseDecision, type StatusChange } from '../case.ts';
import { closeCase } from '../commands/close-case.ts';
import { openCase } from '../commands/open-case.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { setCareTeam } from '../commands/set-care-team.ts';
import { visibleCase, visibleProject, type Context } from '../context.ts';
import type { CloseCaseInput, OpenCaseInput, ReopenCaseInput, SetCareTeamInput } from './inputs.ts';

type CaseFilter = { status?: StatusChange['status'] | null; municipality?: string | null; projectId?: string | null; contactId?: string | null };
const sorts: Record<string, Sort> = { ID: { by: 'id', direction: 'asc' }, REVIEW_DUE: { by: 'plan.reviewDueOn', direction: 'asc' } };

export const caseQueries = {
  case: (_: unknown, { id }: { id: string }, context: Context) => visibleCase(id, context),
  cases: (_: unknown, { filter, sort, ...page }: { filter?: CaseFilter | null; sort: string } & PageArguments, { actor, cases }: Context): Promise<Connection<Case>> => {
    const mine = casesFor(actor);
    if (mine === null) throw new Refusal('FORBIDDEN', 'Cases are for those who look after people.');
    return connection(cases, { where: { ...whereOf(filter ?? {}), ...mine }, visible: (known) => maySeeCase(actor, known) && (typeof filter?.municipality !== 'string' || known.municipality === filter.municipality), ...(sorts[sort] && { sort: sorts[sort] }) }, page);
  },
};

function whereOf({ status, projectId, contactId }: CaseFilter): Where {
  return {
    ...(status === 'OPEN' && { openFor: { from: '' } }),
    ...(status === 'CLOSED' && { openFor: null }),
    ...(typeof projectId === 'string' && { projectId }),
    ...(typeof contactId === 'string' && { contactId }),
  };
}

export const caseMutations = {
  openCase: (_: unknown, { input }: { input: OpenCaseInput }, context: Context) => answer(() => open(input, context)),
  setCareTeam: (_: unknown, { input }: { input: SetCareTeamInput }, context: Context) =>
    changeCase(input, context, (known) => {
      if (!mayChangeTeam(context.actor, known)) throw new Refusal('FORBIDDEN', 'The named contact and the team lead decide who is on the care team.');
      return setCareTeam(known, { contactId: input.contactId, careTeam: input.careTeam, on: context.today });
    }),
  closeCase: (_: unknown, { input }: { input: CloseCaseInput }, context: Context) =>
    changeCase(input, context, (known) => closeCase(known, { closedOn: input.closedOn ?? context.today, reason: input.reason, today: context.today })),
  reopenCase: (_: unknown, { input }: { input: ReopenCaseInput }, context: Context) =>
    changeCase(input, context, (known) => reopenCase(known, { reopenedOn: input.reopenedOn ?? context.today, today: context.today })),
};

export const caseFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleCase(id, context),
  person: ({ personId: id }: Case) => ({ id }),
  project: ({ projectId: id }: Case, _: unknown, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Case) => ({ ags: municipality }),
  status: (known: Case) => (isOpen(known) ? 'OPEN' : 'CLOSED'),
};

export const personFields = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  cases: async ({ id }: { id: string }, _: unknown, { actor, load }: Context) => (await load.casesOfPerson.load(id)).filter((known) => maySeeCase(actor, known)),
  openCase: async ({ id }: { id: string }, _: unknown, { actor, load }: Context) => (await load.casesOfPerson.load(id)).find((known) => isOpen(known) && maySeeCase(actor, known)) ?? null,
};

async function open(input: OpenCaseInput, context: Context): Promise<{ case: Case }> {
  const { actor, cases, known, load, newId, stamp, today } = context;
  const { personId, contactId, careTeam } = input;
  const project = found(await load.project.load(input.projectId), 'The project');
  if (!maySeeProject(actor, project)) throw new Refusal('NOT_FOUND', 'The project was not found.');
  if (!mayOpenCase(actor, project)) throw new Refusal('FORBIDDEN', 'Cases are opened by the case managers of the project.');
  const livesIn = (await known.get(personId))?.municipality;
  const id = newId(input);
  const opening = cases.change(id, (state) => openCase(state, { id, personId, project, livesIn, contactId, careTeam, openedOn: input.openedOn ?? today, today }), stamp(input));
  return { case: await opening.catch(explained) };
}

/** A change of a case by somebody who looks after the person. Who does not, learns not even that it exists. */
export function changeCase(input: Repeatable & { caseId: string }, { actor, cases, stamp }: Context, decide: (known: Case) => CaseDecision): Promise<{ case: Case } | Refused> {
  return answer(async () => {
    const changing = cases.change(input.caseId, (state) => {
      const known = found(state, 'The case');
      if (!mayActIn(actor, known)) throw new Refusal('NOT_FOUND', 'The case was not found.');
      return decide(known);
    }, stamp(input));
    return { case: await changing.catch(explained) };
  });
}

/** The store keeps open cases to one per person; here it is said what that means. */
function explained(error: unknown): never {
  if (error instanceof Refusal && error.code === 'ALREADY_EXISTS') throw new Refusal('CASE_ALREADY_OPEN', 'There is an open case of this person already.');
  throw error;
}
