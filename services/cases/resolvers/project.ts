import { answer, found } from '#shared/answer.ts';
import type { Sort } from '#shared/documents/query.ts';
import { given } from '#shared/given.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { mayLeadProject, maySeeProject } from '../access.ts';
import { assertNotInFuture } from '../commands/assert-dates.ts';
import { endProject } from '../commands/end-project.ts';
import { startProject } from '../commands/start-project.ts';
import { updateProject } from '../commands/update-project.ts';
import { visibleProject, type Context } from '../context.ts';
import type { Project } from '../project.ts';
import type { EndProjectInput, StartProjectInput, UpdateProjectInput } from './inputs.ts';

type ProjectFilter = { municipality?: string | null; running?: boolean | null };
const sorts: Record<string, Sort> = { STARTED_ON: { by: 'startedOn', direction: 'desc' }, TITLE: { by: 'title', direction: 'asc' } };

export const projectQueries = {
  project: (_: unknown, { id }: { id: string }, context: Context) => visibleProject(id, context),
  projects: (_: unknown, { filter, sort, ...page }: { filter?: ProjectFilter | null; sort: string } & PageArguments, context: Context) => listProjects(filter ?? {}, { sort, page, context }),
};

export function listProjects({ municipality, running }: ProjectFilter, { sort, page, context }: { sort: string; page: PageArguments; context: Context }): Promise<Connection<Project>> {
  const { actor, projects } = context;
  if (actor.role === 'PROVIDER' || actor.role === 'OPERATOR') throw new Refusal('FORBIDDEN', 'Projects are for those who work in them.');
  const mine = actor.municipalities.filter((ags) => typeof municipality !== 'string' || ags === municipality);
  const where = { municipality: { in: mine }, ...(running === true && { endedOn: null }), ...(running === false && { endedOn: { from: '' } }) };
  return connection(projects, { where, ...(sorts[sort] && { sort: sorts[sort] }) }, page);
}

export const projectMutations = {
  startProject: (_: unknown, { input }: { input: StartProjectInput }, { actor, projects, newId, stamp, today }: Context) =>
    answer(async () => {
      if (!mayLeadProject(actor, input.municipality)) throw new Refusal('FORBIDDEN', 'Team leads start the projects of their municipalities.');
      const { idempotencyKey: _key, startedOn = today, partners = [], goals = [], officeHours = [], ...start } = given(input);
      assertNotInFuture('startedOn', startedOn, today);
      const id = newId(input);
      return { project: await projects.change(id, (project) => startProject(project, { ...start, id, startedOn, partners, goals, officeHours }), stamp(input)) };
    }),
  updateProject: (_: unknown, { input }: { input: UpdateProjectInput }, context: Context) =>
    answer(async () => {
      await led(input.projectId, context);
      const { projectId, idempotencyKey: _key, ...update } = given(input);
      return { project: await context.projects.change(projectId, (project) => updateProject(found(project, 'The project'), { on: context.today, update }), context.stamp(input)) };
    }),
  endProject: (_: unknown, { input }: { input: EndProjectInput }, context: Context) =>
    answer(async () => {
      await led(input.projectId, context);
      const endedOn = input.endedOn ?? context.today;
      return { project: await context.projects.change(input.projectId, (project) => endProject(found(project, 'The project'), { endedOn, today: context.today }), context.stamp(input)) };
    }),
};

export const projectFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Project) => ({ ags: municipality }),
};

export const municipalityFields = {
  __resolveReference: ({ ags }: { ags: string }) => ({ ags }),
  projects: ({ ags }: { ags: string }, page: PageArguments, context: Context) => listProjects({ municipality: ags }, { sort: 'STARTED_ON', page, context }),
};

async function led(projectId: string, { actor, load }: Context): Promise<void> {
  const project = found(await load.project.load(projectId), 'The project');
  if (!maySeeProject(actor, project)) throw new Refusal('NOT_FOUND', 'The project was not found.');
  if (!mayLeadProject(actor, project.municipality)) throw new Refusal('FORBIDDEN', 'Team leads change the projects of their municipalities.');
}
