import type { ClosedPeriod } from '#shared/calendar/days.ts';
import type { Context } from '../context.ts';
import type { KnownProject } from '../views/known-project.ts';
import { countFigure } from './count-figure.ts';
import { figures, type FigureName, type FigureRule } from './figures.ts';
import { eachInTurn } from './each-in-turn.ts';
import { cutIntoMonths } from './months.ts';
import { releaseCounts, releaseRecipients } from './protected-counts.ts';
import { recipientsOn } from './recipients.ts';

/**
 * The report of a project. `exact`: for the team, as it is now. For others as it was released, without small numbers
 * about people or the events behind any.
 */
export type ProjectReport = ClosedPeriod & { project: KnownProject; exact: boolean };
export type ShownCount = { count: number | null; suppressed: boolean };
/** A figure of a report, named as its field in the schema. Recipients are no rule: they are a state, not events. */
export type ReportFigure = ShownCount & { name: FigureName | 'recipients'; code: string; report: ProjectReport };

export async function reportFigure(
  report: ProjectReport,
  name: ReportFigure['name'],
  context: Context,
): Promise<ReportFigure> {
  const [shown = hidden] = await showCounts([report], { report, name }, context);
  return { name, code: ruleOf(name)?.code ?? 'RECIPIENTS', ...shown, report };
}

/** Returns all figures in the order of a printed report. */
export async function reportFigures(report: ProjectReport, context: Context): Promise<ReportFigure[]> {
  return Promise.all(['recipients' as const, ...figures.keys()].map((name) => reportFigure(report, name, context)));
}

export type MonthOfFigure = ShownCount & { month: string };

/** Returns the figure for each month of the period. */
export async function figureByMonth({ report, name }: ReportFigure, context: Context): Promise<MonthOfFigure[]> {
  const months = cutIntoMonths(report);
  const shown = await showCounts(months, { report, name }, context);
  return months.map(({ month }, index) => ({ month, ...(shown[index] ?? hidden) }));
}

/** Returns the rule by which events are counted; undefined for recipients. */
export function ruleOf(name: ReportFigure['name']): FigureRule | undefined {
  return name === 'recipients' ? undefined : figures.get(name);
}

const hidden: ShownCount = { count: null, suppressed: true };

async function showCounts(
  periods: readonly ClosedPeriod[],
  figure: Pick<ReportFigure, 'report' | 'name'>,
  context: Context,
): Promise<ShownCount[]> {
  const counts = await countPeriods(periods, figure, context);
  return counts.map((count) => ({ count, suppressed: count === null }));
}

/** Counts the figure in each period: recipients on its first day, events in all of it. */
async function countPeriods(
  periods: readonly ClosedPeriod[],
  { report: { project, exact }, name }: Pick<ReportFigure, 'report' | 'name'>,
  context: Context,
): Promise<(number | null)[]> {
  const rule = ruleOf(name);
  if (!rule) {
    const days = periods.map(({ from }) => from);
    return exact
      ? eachInTurn(days, async (day) => (await recipientsOn(day, project, context)).people)
      : releaseRecipients(project, days, context);
  }
  const figure = { rule, project };
  if (!exact && rule.aboutPeople) return releaseCounts(figure, periods, context);
  return eachInTurn(periods, (period) =>
    context.once(`count ${project.id} ${rule.code} ${period.from} ${period.to}`, async () =>
      countFigure(await context.views(), figure, period),
    ),
  );
}
