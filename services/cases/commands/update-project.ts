import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '#shared/refusal.ts';
import type { Project, ProjectDecision } from '../project.ts';
import { assertOfficeHours } from './assert-office-hours.ts';

export type UpdateProject = Partial<Pick<Project, 'title' | 'partners' | 'goals' | 'caseManagerIds' | 'officeHours'>>;

const groups = { title: 'TITLE', partners: 'PARTNERS', goals: 'GOALS', caseManagerIds: 'CASE_MANAGERS', officeHours: 'OFFICE_HOURS' } as const;

/** What is given replaces what was; the rest stays. Refused with PROJECT_ENDED. */
export function updateProject(project: Project, { on, update }: { on: string; update: UpdateProject }): ProjectDecision {
  const changed = (Object.keys(groups) as (keyof typeof groups)[]).filter((key) => update[key] !== undefined && !isDeepStrictEqual(update[key], project[key]));
  if (changed.length === 0) return { state: project, events: [] };
  if (project.endedOn !== undefined) throw new Refusal('PROJECT_ENDED', 'The project has ended.');
  const state = { ...project, ...update };
  if (state.caseManagerIds.length === 0) throw new Refusal('INVALID_INPUT', 'caseManagerIds: at least one case manager works in a project.');
  assertOfficeHours(state.officeHours);
  const { id: projectId, municipality, caseManagerIds } = state;
  return { state, events: [{ type: 'project.updated', data: { projectId, municipality, updatedOn: on, changed: changed.map((key) => groups[key]), caseManagerIds } }] };
}
