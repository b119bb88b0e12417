import { goalIn } from '#shared/contracts/goal-of-report.ts';
import { visibleProject, type Context } from '../context.ts';
import { goalsWithoutWords } from '../project/legacy-goal-codes.ts';

type Ref = { id: string };

export const goalOfReportFields = {
  __resolveReference: async ({ id }: Ref, context: Context): Promise<Ref & { text: string | null }> => ({
    id,
    text: (await wordsOf(id, context)) ?? null,
  }),
};

async function wordsOf(id: string, context: Context): Promise<string | undefined> {
  const ref = goalIn(id);
  if (!ref) return undefined;
  const project = await visibleProject(ref.projectId, context);
  const goal = goalsWithoutWords(project)[ref.position];
  // Insights may not have heard of the latest goals yet: then nothing is shown rather than the words of another goal.
  return goal?.code === ref.code && goal.target === ref.target ? project.goals[ref.position]?.text : undefined;
}
