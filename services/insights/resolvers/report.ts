import { requireFound } from '#shared/graph/answer.ts';
import { daysBetween } from '#shared/calendar/days.ts';
import { goalIdOf } from '#shared/contracts/goal-of-report.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { Connection, PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Resolvers } from '#shared/graph/subgraph.ts';
import { reportAccess } from '../access.ts';
import type { Context } from '../context.ts';
import { eventsOf } from '../count-of-figure.ts';
import { figureOf, figures } from '../figures.ts';
import { isWholeMonths, lastMonthOver } from '../months.ts';
import { receiptsBehind } from '../recipients.ts';
import { allFigures, byMonth, figure, type Figure, type Report } from '../report.ts';
import type { Entry } from '../views/entry.ts';
import type { Goal, KnownProject } from '../views/known-project.ts';
import type { Period } from '../views/tally.ts';

const LONGEST_MONTHS = 60;
type Ref = { id: string };
type GoalOfReport = Goal & { id: string; report: Report };

const figureFields = Object.fromEntries(
  [...figures].map(([name, rule]) => [
    name,
    (report: Report, _: unknown, context: Context) => figure(report, rule, context),
  ]),
);

export const reportResolvers: Resolvers<Context> = {
  Query: {
    projectReports: (_: unknown, { municipality, ...period }: Period & { municipality: string }, context: Context) =>
      reportsOf(municipality, period, context),
  },
  Project: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    report: ({ id }: Ref, period: Period, context: Context) => reportFor(id, period, context),
  },
  ProjectReport: {
    project: ({ project: { id } }: Report): Ref => ({ id }),
    figures: (report: Report, _: unknown, context: Context) => allFigures(report, context),
    recipients: (report: Report, _: unknown, context: Context) => figure(report, 'RECIPIENTS', context),
    goals: ({ project, ...period }: Report) =>
      (project.goals ?? []).map((goal, position): GoalOfReport => ({
        ...goal,
        id: goalIdOf({ projectId: project.id, position, code: goal.code, target: goal.target }),
        report: { project, ...period },
      })),
    ...figureFields,
  },
  GoalOfReport: {
    reached: ({ code, report }: GoalOfReport, _: unknown, context: Context) => reached(code, report, context),
  },
  ReportFigure: {
    byMonth: (shown: Figure, _: unknown, context: Context) => byMonth(shown, context),
    events: (shown: Figure, page: PageArguments, context: Context) => eventsBehind(shown, page, context),
  },
};

/** Null where the report has no figure of that code. */
function reached(code: string, report: Report, context: Context): Promise<Figure> | null {
  const rule = figureOf(code);
  return rule ? figure(report, rule, context) : null;
}

async function reportFor(projectId: string, period: Period, context: Context): Promise<Report> {
  const project = await (await context.views()).projects.get(projectId);
  // A project that the caller may not read is to them as one that nothing was heard of.
  return requireFound((project && reportOf(project, period, context)) ?? null, 'The report');
}

async function reportsOf(municipality: string, period: Period, context: Context): Promise<Report[]> {
  const { projects } = await context.views();
  if (reportAccess(context.actor, { municipality, caseManagerIds: [] }) === 'NONE')
    throw fieldRefusal('FORBIDDEN', 'Reports are not for your municipality or role.');
  const { edges } = await projects.find({
    where: { municipality },
    sort: { by: 'startedOn', direction: 'desc' },
    first: 100,
  });
  return edges.flatMap(({ node }) => reportOf(node, period, context) ?? []);
}

/** Undefined where it is not for the caller. */
function reportOf(project: KnownProject, { from, to }: Period, { actor, today }: Context): Report | undefined {
  const access = reportAccess(actor, project);
  if (access === 'NONE') return undefined;
  if (to < from || daysBetween(from, to) > LONGEST_MONTHS * 31)
    throw new Refusal('INVALID_INPUT', `to: must not be before \`from\`, and within ${LONGEST_MONTHS} months.`);
  // Whoever could ask on two days, or until two days, would see whose talk was on the second.
  if (access === 'PROTECTED' && !isWholeMonths({ from, to }, today))
    throw new Refusal(
      'INVALID_INPUT',
      `from, to: your report is for whole months that are over, from the first day of one to the last day of one; at present until ${lastMonthOver(today)}.`,
    );
  return { project, from, to, exact: access === 'EXACT' };
}

async function eventsBehind(
  { report, rule }: Figure,
  page: PageArguments,
  context: Context,
): Promise<Connection<Entry>> {
  if (!report.exact) throw fieldRefusal('FORBIDDEN', 'The events behind a figure are for the team of the project.');
  if (rule === 'RECIPIENTS') return receiptsBehind(report.from, { project: report.project, page }, context);
  return eventsOf(await context.views(), { counting: { rule, project: report.project }, period: report }, page);
}
