import type { Context } from './context.ts';
import { countOf } from './count-of-figure.ts';
import { figureRules, type FigureRule } from './figures.ts';
import { monthsOf } from './months.ts';
import { oneByOne } from './one-by-one.ts';
import { countsOutside, recipientsOutside } from './protected-counts.ts';
import type { KnownProject } from './views/known-project.ts';
import type { Period } from './views/tally.ts';
import { recipientsOn } from './recipients.ts';

/** `exact`: for the team, as it is now. For others as it was released, without small numbers about people or the events behind any. */
export type Report = Period & { project: KnownProject; exact: boolean };
export type Shown = { count: number | null; suppressed: boolean };
export type Figure = Shown & { code: string; description: string; report: Report; rule: FigureRule | 'RECIPIENTS' };

const RECIPIENTS =
  'Employable people (from 15 years to the age limit of §7a SGB II, as last said) in benefit units of the municipality that were in receipt on the first day of the period.';

export async function figure(report: Report, rule: Figure['rule'], context: Context): Promise<Figure> {
  const { code, description } = rule === 'RECIPIENTS' ? { code: rule, description: RECIPIENTS } : rule;
  const [shown = hidden] = await shownIn([report], { report, rule }, context);
  return { code, description, ...shown, report, rule };
}

/** All figures in the order of a printed report. */
export async function allFigures(report: Report, context: Context): Promise<Figure[]> {
  return Promise.all(
    ['RECIPIENTS' as const, ...Object.values(figureRules)].map((rule) => figure(report, rule, context)),
  );
}

export type MonthOfFigure = Shown & { month: string };

/** The figure for each month of the period. */
export async function byMonth({ report, rule }: Figure, context: Context): Promise<MonthOfFigure[]> {
  const months = monthsOf(report);
  const shown = await shownIn(months, { report, rule }, context);
  return months.map(({ month }, index) => ({ month, ...(shown[index] ?? hidden) }));
}

const hidden: Shown = { count: null, suppressed: true };

async function shownIn(
  periods: readonly Period[],
  { report, rule }: Pick<Figure, 'report' | 'rule'>,
  context: Context,
): Promise<Shown[]> {
  const counts = await countsIn(periods, { report, rule }, context);
  return counts.map((count) => ({ count, suppressed: count === null }));
}

/** Recipients are not events but a state, on the first day of a period; behind it stand the events that began the receipt. */
async function countsIn(
  periods: readonly Period[],
  { report: { project, exact }, rule }: Pick<Figure, 'report' | 'rule'>,
  context: Context,
): Promise<(number | null)[]> {
  if (rule === 'RECIPIENTS') {
    const days = periods.map(({ from }) => from);
    return exact
      ? oneByOne(days, async (day) => (await recipientsOn(day, project, context)).people)
      : recipientsOutside(project, days, context);
  }
  const counting = { rule, project };
  if (!exact && rule.aboutPeople) return countsOutside(counting, periods, context);
  return oneByOne(periods, (period) =>
    context.once(`count ${project.id} ${rule.code} ${period.from} ${period.to}`, async () =>
      countOf(await context.views(), counting, period),
    ),
  );
}
