import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Project, ProjectDecision } from '../../project.ts';
import { assertPlannedWell, assertSetUp } from './assert-set-up.ts';
import { saidOfGoals } from './counted-as.ts';
import { assertTellsOfNobody } from './assert-tells-of-nobody.ts';
import { tidied } from './tidied.ts';

const groups = {
  title: 'TITLE',
  partners: 'PARTNERS',
  goals: 'GOALS',
  caseManagerIds: 'CASE_MANAGERS',
  officeHours: 'OFFICE_HOURS',
} as const;
type Group = keyof typeof groups;

export type UpdateProject = Partial<Pick<Project, Group>> & { updatedOn?: string; today: string };

/** What is given replaces what was; the rest stays. Refused with PROJECT_ENDED or TEXT_HAS_PERSONAL_DATA. */
export function updateProject(project: Project, { updatedOn, today, ...given }: UpdateProject): ProjectDecision {
  const update = tidied(given);
  const changed = (Object.keys(groups) as Group[]).filter(
    (key) => update[key] !== undefined && !isDeepStrictEqual(update[key], project[key]),
  );
  if (changed.length === 0) return { state: project, events: [] };
  // Cases go on when their project has ended, and so may need somebody else.
  if (project.endedOn !== undefined && changed.some((key) => key !== 'caseManagerIds'))
    throw new Refusal('PROJECT_ENDED', 'The project has ended.');
  const on = factDay('updatedOn', updatedOn, today);
  assertNotBefore('updatedOn', on, project.startedOn);
  const state = { ...project, ...update };
  assertSetUp(state);
  assertPlannedWell(update, today);
  assertTellsOfNobody(update);
  const { id: projectId, municipality, caseManagerIds } = state;
  return {
    state,
    events: [
      {
        type: 'project.updated',
        data: {
          projectId,
          municipality,
          updatedOn: on,
          changed: changed.map((key) => groups[key]),
          caseManagerIds,
          goals: saidOfGoals(state),
        },
      },
    ],
  };
}
