import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import type { Project, ProjectDecision } from '../../project/project.ts';

export type EndProject = { endedOn?: string; today: string };

/**
 * Ends a project; its cases go on until they are closed. The same again changes nothing, another day corrects the
 * first.
 */
export function endProject(project: Project, { endedOn, today }: EndProject): ProjectDecision {
  if (project.endedOn !== undefined && (endedOn ?? project.endedOn) === project.endedOn)
    return { state: project, events: [] };
  const on = factDay('endedOn', endedOn, today);
  assertNotBefore('endedOn', on, project.startedOn);
  return {
    state: { ...project, endedOn: on },
    events: [
      { type: 'project.ended', data: { projectId: project.id, municipality: project.municipality, endedOn: on } },
    ],
  };
}
