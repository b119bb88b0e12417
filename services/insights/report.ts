import { all, type Context } from './context.ts';
import { counted, figureRules, shownCount, type FigureRule } from './figures.ts';
import type { Entry } from './views/entry.ts';
import type { KnownCase, KnownProject } from './views/known.ts';

export type Period = { from: string; to: string };
export type Report = Period & { project: KnownProject; exact: boolean };
export type Figure = { code: string; description: string; count: number | null; suppressed: boolean; exact: boolean; entries: Entry[] };

/** Everything of one report is read once, however many figures are asked for. */
const SLICE = 400;

/** The events of a figure in the period, found the way they belong to the project. */
export async function figureOf({ project, from, to, exact }: Report, rule: FigureRule, context: Context): Promise<Figure> {
  const cases = await context.load.casesOfProject.load(project.id);
  const entries = await entriesOf({ rule, project, cases, period: { from, to } }, context);
  const counting = counted(rule, entries, { personIds: new Set(cases.map(({ personId }) => personId)) });
  return { code: rule.code, description: rule.description, ...shownCount(counting.length, { aboutPeople: rule.aboutPeople, exact }), exact, entries: counting };
}

async function entriesOf({ rule, project, cases, period }: { rule: FigureRule; project: KnownProject; cases: KnownCase[]; period: Period }, { entries }: Context): Promise<Entry[]> {
  const inPeriod = { name: { in: rule.names }, occurredOn: period };
  if (rule.belongs === 'PROJECT') return all(entries, { where: { projectId: project.id, ...inPeriod } });
  if (rule.belongs === 'MUNICIPALITY') return all(entries, { where: { municipality: project.municipality, ...inPeriod } });
  const found: Entry[] = [];
  for (let start = 0; start < cases.length; start += SLICE) {
    found.push(...(await all(entries, { where: { caseId: { in: cases.slice(start, start + SLICE).map(({ id }) => id) }, ...inPeriod } })));
  }
  return found;
}

/** People in benefit units of the municipality that were in receipt on the day. */
export async function recipientsOn(day: string, { project, exact }: Report, { units }: Context): Promise<Figure> {
  const there = await all(units, { where: { municipality: project.municipality } });
  const recipients = new Set(there.filter(({ benefits }) => benefits.some(({ from, to }) => from <= day && (to === undefined || to >= day))).flatMap(({ memberIds }) => memberIds));
  return { code: 'RECIPIENTS', description: 'Recipients in the municipality on the first day of the period.', ...shownCount(recipients.size, { aboutPeople: true, exact }), exact, entries: [] };
}

export type MonthOfReport = { month: string; report: Report };

/** The period cut at the ends of the months, for a picture over time. */
export function monthsOf(report: Report): MonthOfReport[] {
  const months: MonthOfReport[] = [];
  for (let first = report.from; first <= report.to; ) {
    const next = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + 1);
    const last = new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
    months.push({ month: first.slice(0, 7), report: { ...report, from: first, to: last < report.to ? last : report.to } });
    first = next.toISOString().slice(0, 10);
  }
  return months;
}

export const figureNames = Object.keys(figureRules) as (keyof typeof figureRules)[];
