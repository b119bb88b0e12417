import { assertNotBefore, factDay, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { goalsWithoutWords } from '../../project/legacy-goal-codes.ts';
import { assertParts, tidyParts, type ProjectParts } from '../../project/project-parts.ts';
import type { Project, ProjectDecision } from '../../project/project.ts';

export type StartProject = Pick<Project, 'municipality' | 'title' | 'caseManagerIds'> &
  Pick<ProjectParts, 'partners' | 'goals' | 'officeHours'> & { projectId: string; startedOn?: string; today: string };

/**
 * Starts a project; its case managers may open cases from then on. Starting twice changes nothing.
 * Refused with TEXT_HAS_PERSONAL_DATA.
 */
export function startProject(
  state: Project | null,
  { projectId, startedOn, today, ...parts }: StartProject,
): ProjectDecision {
  if (state) return { state, events: [] };
  const { municipality, title, caseManagerIds, partners = [], goals = [], officeHours = [] } = parts;
  const project: Project = {
    id: projectId,
    municipality,
    startedOn: factDay('startedOn', startedOn, today),
    ...tidyParts({ title, caseManagerIds, partners, goals, officeHours }),
  };
  assertNotBefore('startedOn', project.startedOn, FIRST_DAY);
  assertParts(project, { changed: project, today });
  return {
    state: project,
    events: [
      {
        type: 'project.started',
        data: {
          projectId,
          municipality,
          startedOn: project.startedOn,
          caseManagerIds: project.caseManagerIds,
          goals: goalsWithoutWords(project),
        },
      },
    ],
  };
}
