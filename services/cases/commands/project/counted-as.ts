import type { Goal, GoalCode, Project } from '../../project.ts';
import { writtenText } from '../written-text.ts';

/** Codes of before, and the figure of the project report that each of them meant. */
const formerly: Partial<Record<GoalCode, GoalCode>> = { TALKS: 'TALKS_HELD', MEASURES: 'MEASURES_STARTED' };

/** A goal under the code of the figure in the project report that shows how far it has come. */
export function countedAs({ code, text: given, ...goal }: Goal): Goal {
  const text = writtenText(given);
  return { code: formerly[code] ?? code, ...goal, ...(text !== undefined && { text }) };
}

/** Goals as events tell them: by code and number. Words stay here. */
export function saidOfGoals({ goals }: Pick<Project, 'goals'>): Omit<Goal, 'text'>[] {
  return goals.map(countedAs).map(({ text: _text, ...goal }) => goal);
}
