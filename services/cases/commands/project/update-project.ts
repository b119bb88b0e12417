import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { goalsWithoutWords } from '../../project/legacy-goal-codes.ts';
import { assertParts, tidyParts, type ProjectParts } from '../../project/project-parts.ts';
import type { Project, ProjectDecision } from '../../project/project.ts';
import { CaseRefusal } from '../../refusal.ts';

/** The parts of a project, as the event names them. */
const partCodes = {
  title: 'TITLE',
  partners: 'PARTNERS',
  goals: 'GOALS',
  caseManagerIds: 'CASE_MANAGERS',
  officeHours: 'OFFICE_HOURS',
} as const satisfies Record<keyof ProjectParts, string>;
const partNames = Object.keys(partCodes) as (keyof ProjectParts)[];

export type UpdateProject = ProjectParts & { updatedOn?: string; today: string };

/**
 * Replaces the parts of a project that are named; the rest stays.
 * Refused with PROJECT_ENDED or TEXT_HAS_PERSONAL_DATA.
 */
export function updateProject(project: Project, { updatedOn, today, ...parts }: UpdateProject): ProjectDecision {
  const update = tidyParts(parts);
  const changed = partNames.filter(
    (part) => update[part] !== undefined && !isDeepStrictEqual(update[part], project[part]),
  );
  if (changed.length === 0) return { state: project, events: [] };
  // Cases go on when their project has ended, and so may need somebody else.
  if (project.endedOn !== undefined && changed.some((part) => part !== 'caseManagerIds'))
    throw new CaseRefusal('PROJECT_ENDED', 'The project has ended.');
  const on = factDay('updatedOn', updatedOn, today);
  assertNotBefore('updatedOn', on, project.startedOn);
  const state = { ...project, ...update };
  assertParts(state, { changed: update, today });
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
          changed: changed.map((part) => partCodes[part]),
          caseManagerIds,
          goals: goalsWithoutWords(state),
        },
      },
    ],
  };
}
