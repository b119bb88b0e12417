import { setImmediate as others } from 'node:timers/promises';
import type { Context } from './context.ts';
import { countOf, EVER, spanOf, totalsOf, wholeOf, type Count, type Counting } from './counting.ts';
import { figureRules, type FigureRule } from './figures.ts';
import { firstOf, monthOf, monthsOf } from './months.ts';
import { isSafe, isSafeLevel, isSmall, type Span } from './protection.ts';
import type { KnownProject } from './views/known-project.ts';
import type { Period } from './views/tally.ts';
import { recipientsOn } from './recipients.ts';

/** `exact`: for the team. For others small numbers about people are hidden, and the events behind all of them. */
export type Report = Period & { project: KnownProject; exact: boolean };
export type Shown = { count: number | null; suppressed: boolean };
export type Figure = Shown & { code: string; description: string; report: Report; rule: FigureRule | 'RECIPIENTS' };

export async function figure(report: Report, rule: FigureRule, context: Context): Promise<Figure> {
  const { code, description } = rule;
  return { code, description, ...(await shown(report, rule, context)), report, rule };
}

/** Not an event but a state, on the first day of the period; behind it stand the events that began the receipt. */
export async function recipientsFigure(report: Report, context: Context): Promise<Figure> {
  return { code: 'RECIPIENTS', description: 'People in benefit units of the municipality that were in receipt on the first day of the period.', ...(await shown(report, 'RECIPIENTS', context)), report, rule: 'RECIPIENTS' };
}

/** All figures in the order of a printed report. */
export async function allFigures(report: Report, context: Context): Promise<Figure[]> {
  return [await recipientsFigure(report, context), ...(await Promise.all(Object.values(figureRules).map((rule) => figure(report, rule, context))))];
}

export type MonthOfFigure = Shown & { month: string };

/** The figure for each month of the period. */
export async function byMonth({ report, rule }: Figure, context: Context): Promise<MonthOfFigure[]> {
  const months: MonthOfFigure[] = [];
  for (const { month, ...period } of monthsOf(report)) {
    months.push({ month, ...(await shown({ ...report, ...period }, rule, context)) });
    // Years of months are hundreds of counts: who asks for less is answered in between.
    await others();
  }
  return months;
}

async function shown(report: Report, rule: Figure['rule'], context: Context): Promise<Shown> {
  if (rule === 'RECIPIENTS') {
    const { people } = await recipientsOn(report.from, report.project, context);
    return protectedCount(people, !report.exact && !isSafeLevel(await levelsUntil(report, context)));
  }
  const counting: Counting = { rule, project: report.project };
  const count = await countIn(context)(counting, report);
  return protectedCount(count, !report.exact && rule.aboutPeople && (isSmall(count) || !(await isProtected(counting, report, context))));
}

const protectedCount = (count: number, suppressed: boolean): Shown => ({ count: suppressed ? null : count, suppressed });

/** Neither this number nor what is left of the whole it is a part of can be worked out down to one or two people. */
async function isProtected(counting: Counting, period: Period, context: Context): Promise<boolean> {
  const { spans, totals } = await growth(counting, period, context);
  if (!isSafe(spans, totals)) return false;
  const whole = wholeOf(counting);
  if (!whole) return true;
  const larger = await growth(whole, period, context);
  const rest = (part: number[], all: number[]): number[] => Array.from({ length: Math.max(part.length, all.length) }, (_, index) => (all[index] ?? all.at(-1) ?? 0) - (part[index] ?? part.at(-1) ?? 0));
  return isSafe({ before: larger.spans.before - spans.before, until: larger.spans.until - spans.until }, rest(totals, larger.totals));
}

/** The number of recipients at the beginning of each month, from the one in which the project began to that of the report. */
function levelsUntil({ project, from }: Report, context: Context): Promise<number[]> {
  const months = monthsOf({ from: firstOf(monthOf(project.startedOn)), to: from });
  return Promise.all(months.map(async ({ month }) => (await recipientsOn(firstOf(month), project, context)).people));
}

async function growth(counting: Counting, period: Period, context: Context): Promise<{ spans: Span; totals: number[] }> {
  const count = countIn(context);
  const [spans, totals] = await Promise.all([spanOf(count, counting, period), context.once(`totals ${counting.project.id} ${counting.rule.code}`, () => totalsOf(count, counting, context.today))]);
  return { spans, totals };
}

/** The end of one month is the beginning of the next: a request counts the same only once, and nothing where there never was anything. */
function countIn(context: Context): Count {
  const count: Count = (counting, period) => context.once(`count ${counting.project.id} ${counting.rule.code} ${period.from} ${period.to}`, async () => {
    if (period !== EVER && (await count(counting, EVER)) === 0) return 0;
    return countOf(await context.views(), counting, period);
  });
  return count;
}
