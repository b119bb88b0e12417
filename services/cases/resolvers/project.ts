import { answerOrRefuse, requireFound, requireVisible } from '#shared/graph/answer.ts';
import type { Sort } from '#shared/documents/query.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { knowsProjects, mayLeadProject, maySeeProject, municipalitiesOf } from '../access.ts';
import { endProject, type EndProject } from '../commands/project/end-project.ts';
import { startProject, type StartProject } from '../commands/project/start-project.ts';
import { updateProject, type UpdateProject } from '../commands/project/update-project.ts';
import { visibleProject, type Context } from '../context.ts';
import type { Project, ProjectDecision } from '../project.ts';
import { commandOf, type Sent } from './command-of.ts';

type ProjectFilter = { municipality?: string | null; running?: boolean | null };
type Listing = { sort: keyof typeof sorts; page: PageArguments; context: Context };
const sorts = {
  STARTED_ON: { by: 'startedOn', direction: 'desc' },
  TITLE: { by: 'title', direction: 'asc' },
} as const satisfies Record<string, Sort>;

export const projectQueries = {
  project: (_: unknown, { id }: { id: string }, context: Context) => visibleProject(id, context),
  projects: (
    _: unknown,
    { filter, sort, ...page }: { filter?: ProjectFilter | null; sort: keyof typeof sorts } & PageArguments,
    context: Context,
  ) => listProjects(filter ?? {}, { sort, page, context }),
};

function listProjects(
  { municipality, running }: ProjectFilter,
  { sort, page, context }: Listing,
): Promise<Connection<Project>> {
  const { actor, projects } = context;
  if (!knowsProjects(actor)) throw new Refusal('FORBIDDEN', 'Projects are for those who work in them.');
  const where = {
    municipality: { in: municipalitiesOf(actor, municipality ?? undefined) },
    ...(running === true && { endedOn: null }),
    ...(running === false && { endedOn: { from: '' } }),
  };
  return connection(projects, { where, sort: sorts[sort] }, page);
}

type OfProject = { projectId: string };

export const projectMutations = {
  startProject: (_: unknown, { input }: { input: Sent<StartProject, 'projectId'> }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, projects, newId, stamp } = context;
      if (!mayLeadProject(actor, input.municipality))
        throw new Refusal('FORBIDDEN', 'Team leads start the projects of their municipalities.');
      const projectId = newId();
      const command = commandOf<StartProject, 'projectId'>(input, context, { projectId });
      return { project: await projects.change(projectId, (known) => startProject(known, command), stamp) };
    }),
  updateProject: (_: unknown, { input }: { input: OfProject & Sent<UpdateProject> }, context: Context) =>
    changeProject(input, context, (project) => updateProject(project, commandOf<UpdateProject>(input, context, {}))),
  endProject: (_: unknown, { input }: { input: OfProject & Sent<EndProject> }, context: Context) =>
    changeProject(input, context, (project) => endProject(project, commandOf<EndProject>(input, context, {}))),
};

function changeProject(
  input: OfProject,
  { actor, load, projects, stamp }: Context,
  decide: (project: Project) => ProjectDecision,
) {
  return answerOrRefuse(async () => {
    const project = requireVisible(
      await load.project.load(input.projectId),
      (each) => maySeeProject(actor, each),
      'The project',
    );
    if (!mayLeadProject(actor, project.municipality))
      throw new Refusal('FORBIDDEN', 'Team leads change the projects of their municipalities.');
    return { project: await projects.change(project.id, (known) => decide(requireFound(known, 'The project')), stamp) };
  });
}

export const projectFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Project) => ({ ags: municipality }),
};

export const municipalityFields = {
  __resolveReference: ({ ags }: { ags: string }) => ({ ags }),
  projects: ({ ags }: { ags: string }, page: PageArguments, context: Context) =>
    listProjects({ municipality: ags }, { sort: 'STARTED_ON', page, context }),
};
