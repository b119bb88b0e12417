import { assertNotBefore, factDay, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import type { Project, ProjectDecision } from '../../project.ts';
import { assertPlannedWell, assertSetUp } from './assert-set-up.ts';
import { saidOfGoals } from './counted-as.ts';
import { assertTellsOfNobody } from './assert-tells-of-nobody.ts';
import { tidied, type ProjectParts } from './tidied.ts';

export type StartProject = Pick<Project, 'municipality' | 'title' | 'caseManagerIds'> &
  ProjectParts & { projectId: string; startedOn?: string; today: string };

/** A project begins; its case managers may open cases from then on. Starting twice changes nothing. Refused with TEXT_HAS_PERSONAL_DATA. */
export function startProject(
  known: Project | null,
  {
    projectId,
    municipality,
    title,
    caseManagerIds,
    startedOn,
    today,
    partners = [],
    goals = [],
    officeHours = [],
  }: StartProject,
): ProjectDecision {
  if (known) return { state: known, events: [] };
  const project: Project = {
    id: projectId,
    municipality,
    startedOn: factDay('startedOn', startedOn, today),
    ...tidied({ title, caseManagerIds, partners, goals, officeHours }),
  };
  assertNotBefore('startedOn', project.startedOn, FIRST_DAY);
  assertSetUp(project);
  assertPlannedWell(project, today);
  assertTellsOfNobody(project);
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
          goals: saidOfGoals(project),
        },
      },
    ],
  };
}
