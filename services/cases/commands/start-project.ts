import type { Project, ProjectDecision } from '../project.ts';
import { Refusal } from '#shared/refusal.ts';
import { assertOfficeHours } from './assert-office-hours.ts';

export type StartProject = Omit<Project, 'endedOn'>;

/** A project begins; its team may open cases from then on. Starting twice changes nothing. */
export function startProject(project: Project | null, start: StartProject): ProjectDecision {
  if (project) return { state: project, events: [] };
  if (start.caseManagerIds.length === 0) throw new Refusal('INVALID_INPUT', 'caseManagerIds: at least one case manager works in a project.');
  assertOfficeHours(start.officeHours);
  const { id: projectId, municipality, startedOn, caseManagerIds } = start;
  return { state: start, events: [{ type: 'project.started', data: { projectId, municipality, startedOn, caseManagerIds } }] };
}
