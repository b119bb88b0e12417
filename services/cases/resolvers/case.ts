import type { Sort, Where } from '#shared/documents/query.ts';
import { answerOrRefuse, requireFound, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { connection, type Connection, type Listing, type PageArguments } from '#shared/graph/paging.ts';
import { casesFor, mayChangeTeam, mayOpenCase, maySeeCase, maySeeProject, worksWithCases } from '../access.ts';
import { isCaseOpen, type Case, type StatusChange } from '../case/case.ts';
import { countedInARow } from '../case/missed-in-a-row.ts';
import { assessPotential, type AssessPotential } from '../commands/case/assess-potential.ts';
import { closeCase, type CloseCase } from '../commands/case/close-case.ts';
import { openCase, type OpenCase } from '../commands/case/open-case.ts';
import { reopenCase, type ReopenCase } from '../commands/case/reopen-case.ts';
import { setCareTeam, type SetCareTeam } from '../commands/case/set-care-team.ts';
import { visibleCase, visibleProject, type Context } from '../context.ts';
import type { Project } from '../project/project.ts';
import { CaseRefusal } from '../refusal.ts';
import { answerCase, writeCase, type CaseInput, type CasePayload } from './change-case.ts';

type CaseFilter = {
  status?: StatusChange['status'];
  municipality?: string;
  projectId?: string;
  contactId?: string;
  mine?: boolean;
  withoutInterview?: boolean;
};
type ListArguments = { filter?: CaseFilter; sort: keyof typeof sorts } & PageArguments;
const sorts = {
  ID: { by: 'id', direction: 'asc' },
  OPENED_ON: { by: 'openedOn', direction: 'desc' },
  REVIEW_DUE: { by: 'plan.reviewDueOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;

export const caseQueries = {
  case: (_: unknown, { id }: { id: string }, context: Context) => visibleCase(id, context),
  cases: (
    _: unknown,
    { filter = {}, sort, ...page }: ListArguments,
    { actor, cases }: Context,
  ): Promise<Connection<Case>> => {
    const visible = casesFor(actor, filter.municipality);
    if (visible === null) throw forbidden();
    const where = { ...whereOf(filter, actor.id), ...visible };
    return connection(cases, { where, sort: sorts[sort], ...withoutIndex(filter, actor.id) }, page);
  },
};

/**
 * Returns the filters that no index answers: whether anybody was invited to a talk yet, and cases whose care team the
 * caller is not on.
 */
function withoutIndex({ withoutInterview, mine }: CaseFilter, callerId: string): Pick<Listing<Case>, 'visible'> {
  if (withoutInterview === undefined && mine !== false) return {};
  return {
    visible: ({ interviews, careTeam }) =>
      (withoutInterview === undefined || withoutInterview === (interviews.length === 0)) &&
      (mine !== false || !careTeam.includes(callerId)),
  };
}

function whereOf({ status, projectId, contactId, mine }: CaseFilter, callerId: string): Where {
  return {
    ...(status === 'OPEN' && { openFor: { from: '' } }),
    ...(status === 'CLOSED' && { openFor: null }),
    ...(projectId !== undefined && { projectId }),
    ...(contactId !== undefined && { contactId }),
    ...(mine === true && { careTeam: callerId }),
  };
}

type Input<Command> = { input: CaseInput<Command> };
type OpenInput = Omit<OpenCase, 'caseId' | 'project' | 'livesIn' | 'actingId' | 'today'> & { projectId: string };
type TeamInput = CaseInput<Omit<SetCareTeam, 'project' | 'actingId'>>;

export const caseMutations = {
  openCase: (_: unknown, { input }: { input: OpenInput }, context: Context) =>
    answerOrRefuse(async (): Promise<CasePayload> => {
      const project = await projectToOpenIn(input, context);
      const livesIn = await municipalityOf(input.personId, context);
      const { newId, actor, today } = context;
      const command = { ...input, caseId: newId(), project, livesIn, actingId: actor.id, today };
      return { case: await writeCase(command.caseId, context, (state) => openCase(state, command)) };
    }),
  setCareTeam: (_: unknown, { input }: { input: TeamInput }, context: Context) => answerTeam(input, context),
  closeCase: (_: unknown, { input }: Input<CloseCase>, context: Context) =>
    answerCase(input, context, (state) => closeCase(state, { ...input, today: context.today })),
  reopenCase: (_: unknown, { input }: Input<ReopenCase>, context: Context) =>
    answerCase(input, context, (state) => reopenCase(state, { ...input, today: context.today })),
  assessPotential: (_: unknown, { input }: Input<Omit<AssessPotential, 'assessmentId'>>, context: Context) => {
    const command = { ...input, assessmentId: context.newId(), today: context.today };
    return answerCase(input, context, (state) => assessPotential(state, command));
  },
};

/** Finds the project for somebody who may open cases in it. */
async function projectToOpenIn({ projectId }: OpenInput, { actor, projects }: Context): Promise<Project> {
  const project = requireVisible(await projects.get(projectId), (each) => maySeeProject(actor, each), 'The project');
  if (!mayOpenCase(actor, project))
    throw new CaseRefusal('FORBIDDEN', 'Cases are opened by the case managers of the project.');
  return project;
}

/** Finds where the person lives. A caller does not learn of people who live where the caller does not work. */
async function municipalityOf(personId: string, { actor, knownPersons }: Context): Promise<string | undefined> {
  const person = await knownPersons.get(personId);
  return person && actor.municipalities.includes(person.municipality) ? person.municipality : undefined;
}

async function answerTeam(input: TeamInput, context: Context): Promise<CasePayload | RefusalPayload> {
  const { actor, cases, projects, today } = context;
  // Not from what this request has loaded: it may have added somebody to the project just before.
  const before = await cases.get(input.caseId);
  const project = before && (await projects.get(before.projectId));
  return answerCase(input, context, (state) => {
    if (!mayChangeTeam(actor, state))
      throw new CaseRefusal('FORBIDDEN', 'The named contact and the team lead decide who is on the care team.');
    return setCareTeam(state, {
      ...input,
      project: requireFound(project, 'The project'),
      actingId: actor.id,
      today,
    });
  });
}

export const caseFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleCase(id, context),
  person: ({ personId: id }: Case) => ({ id }),
  project: ({ projectId: id }: Case, _: unknown, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Case) => ({ ags: municipality }),
  status: (state: Case) => (isCaseOpen(state) ? 'OPEN' : 'CLOSED'),
  closedOn: (state: Case) => (isCaseOpen(state) ? null : state.history.at(-1)?.on),
  missedInARow: ({ interviews }: Case) => countedInARow(interviews),
};

export const personFields = {
  __resolveReference: ({ id }: { id: string }) => ({ id }),
  cases: ({ id }: { id: string }, _: unknown, context: Context) => visibleCasesOf(id, context),
  openCase: async ({ id }: { id: string }, _: unknown, context: Context) =>
    (await visibleCasesOf(id, context)).find(isCaseOpen) ?? null,
};

async function visibleCasesOf(personId: string, { actor, load }: Context): Promise<Case[]> {
  if (!worksWithCases(actor)) throw forbidden();
  return (await load.casesOfPerson.load(personId)).filter((state) => maySeeCase(actor, state));
}

function forbidden(): CaseRefusal {
  return new CaseRefusal('FORBIDDEN', 'Cases are for those who look after people.');
}
