import { goalIn } from '#shared/contracts/goal-of-report.ts';
import { saidOfGoals } from '../commands/project/counted-as.ts';
import { visibleProject, type Context } from '../context.ts';

type Ref = { id: string };

export const goalOfReportFields = {
  __resolveReference: async ({ id }: Ref, context: Context): Promise<Ref & { text: string | null }> => ({
    id,
    text: (await wordsOf(id, context)) ?? null,
  }),
};

async function wordsOf(id: string, context: Context): Promise<string | undefined> {
  const asked = goalIn(id);
  if (!asked) return undefined;
  const project = await visibleProject(asked.projectId, context);
  const said = saidOfGoals(project)[asked.position];
  // Insights may not have heard of the latest goals yet: then nothing is said rather than the words of another one.
  return said?.code === asked.code && said.target === asked.target ? project.goals[asked.position]?.text : undefined;
}
