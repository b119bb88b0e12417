import { nonBlankText } from '#shared/codes/plain-text.ts';
import type { GoalCode, Project, ProjectGoal } from './project.ts';

/** Codes of before, and the figure of the project report that each of them meant. */
const presentCodes: Partial<Record<GoalCode, GoalCode>> = { TALKS: 'TALKS_HELD', MEASURES: 'MEASURES_STARTED' };

/** Returns a goal under the code of the figure in the project report that shows how far it has come. */
export function underPresentCode({ code, text, ...goal }: ProjectGoal): ProjectGoal {
  const words = nonBlankText(text);
  return { code: presentCodes[code] ?? code, ...goal, ...(words !== undefined && { text: words }) };
}

/** Returns the goals as events tell them: by code and number. Words stay here. */
export function goalsWithoutWords({ goals }: Pick<Project, 'goals'>): Omit<ProjectGoal, 'text'>[] {
  return goals.map(underPresentCode).map(({ text: _text, ...goal }) => goal);
}
