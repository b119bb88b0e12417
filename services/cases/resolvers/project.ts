import type { Sort } from '#shared/documents/query.ts';
import { answerOrRefuse, requireFound, requireVisible } from '#shared/graph/answer.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { knowsProjects, mayLeadProject, maySeeProject, municipalitiesOf } from '../access.ts';
import { endProject, type EndProject } from '../commands/project/end-project.ts';
import { startProject, type StartProject } from '../commands/project/start-project.ts';
import { updateProject, type UpdateProject } from '../commands/project/update-project.ts';
import { visibleProject, type Context } from '../context.ts';
import type { Project, ProjectDecision } from '../project/project.ts';
import { CaseRefusal } from '../refusal.ts';

type ProjectFilter = { municipality?: string; running?: boolean };
type ListArguments = { filter?: ProjectFilter; sort: keyof typeof sorts } & PageArguments;
type ProjectInput<Command> = { projectId: string } & Omit<Command, 'today'>;
const sorts = {
  STARTED_ON: { by: 'startedOn', direction: 'desc' },
  TITLE: { by: 'title', direction: 'asc' },
} as const satisfies Record<string, Sort>;

export const projectQueries = {
  project: (_: unknown, { id }: { id: string }, context: Context) => visibleProject(id, context),
  projects: (_: unknown, { filter = {}, sort, ...page }: ListArguments, context: Context) =>
    listProjects({ ...filter, sort }, page, context),
};

function listProjects(
  { municipality, running, sort }: ProjectFilter & { sort: keyof typeof sorts },
  page: PageArguments,
  { actor, projects }: Context,
): Promise<Connection<Project>> {
  if (!knowsProjects(actor)) throw new CaseRefusal('FORBIDDEN', 'Projects are for those who work in them.');
  const where = {
    municipality: { in: municipalitiesOf(actor, municipality) },
    ...(running === true && { endedOn: null }),
    ...(running === false && { endedOn: { from: '' } }),
  };
  return connection(projects, { where, sort: sorts[sort] }, page);
}

export const projectMutations = {
  startProject: (
    _: unknown,
    { input }: { input: Omit<StartProject, 'projectId' | 'today'> },
    { actor, projects, newId, stamp, today }: Context,
  ) =>
    answerOrRefuse(async () => {
      if (!mayLeadProject(actor, input.municipality))
        throw new CaseRefusal('FORBIDDEN', 'Team leads start the projects of their municipalities.');
      const command = { ...input, projectId: newId(), today };
      return { project: await projects.change(command.projectId, (state) => startProject(state, command), stamp) };
    }),
  updateProject: (_: unknown, { input }: { input: ProjectInput<UpdateProject> }, context: Context) =>
    answerProject(input, context, (project) => updateProject(project, { ...input, today: context.today })),
  endProject: (_: unknown, { input }: { input: ProjectInput<EndProject> }, context: Context) =>
    answerProject(input, context, (project) => endProject(project, { ...input, today: context.today })),
};

/** Answers a change of a project by its team lead. Whoever may not see it does not learn that it exists. */
function answerProject(
  { projectId }: { projectId: string },
  { actor, load, projects, stamp }: Context,
  decide: (project: Project) => ProjectDecision,
) {
  return answerOrRefuse(async () => {
    const project = requireVisible(
      await load.project.load(projectId),
      (each) => maySeeProject(actor, each),
      'The project',
    );
    if (!mayLeadProject(actor, project.municipality))
      throw new CaseRefusal('FORBIDDEN', 'Team leads change the projects of their municipalities.');
    return { project: await projects.change(projectId, (state) => decide(requireFound(state, 'The project')), stamp) };
  });
}

export const projectFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleProject(id, context),
  municipality: ({ municipality }: Project) => ({ ags: municipality }),
};

export const municipalityFields = {
  __resolveReference: ({ ags }: { ags: string }) => ({ ags }),
  projects: ({ ags }: { ags: string }, page: PageArguments, context: Context) =>
    listProjects({ municipality: ags, sort: 'STARTED_ON' }, page, context),
};
