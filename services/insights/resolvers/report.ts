import type { GraphQLResolveInfo } from 'graphql';
import { daysBetween, type ClosedPeriod } from '#shared/calendar/days.ts';
import { goalIdOf } from '#shared/contracts/goal-of-report.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { Connection, PageArguments } from '#shared/graph/paging.ts';
import type { Resolvers } from '#shared/graph/subgraph.ts';
import { reportAccess } from '../access.ts';
import type { Context } from '../context.ts';
import { InsightRefusal } from '../refusal.ts';
import { eventsBehindFigure } from '../report/count-figure.ts';
import { figureDescription } from '../report/figure-description.ts';
import { figureNameOf, figures } from '../report/figures.ts';
import { isWholeMonths, lastMonthOver } from '../report/months.ts';
import { receiptsBehindRecipients } from '../report/recipients.ts';
import {
  figureByMonth,
  reportFigure,
  reportFigures,
  ruleOf,
  type ProjectReport,
  type ReportFigure,
} from '../report/report.ts';
import type { KnownGoal, KnownProject } from '../views/known-project.ts';
import type { TimelineEntry } from '../views/timeline-entry.ts';

const LONGEST_MONTHS = 60;
type Ref = { id: string };
type GoalOfReport = KnownGoal & { id: string; report: ProjectReport };

const figureFields = Object.fromEntries(
  [...figures.keys()].map((name) => [
    name,
    (report: ProjectReport, _: unknown, context: Context) => reportFigure(report, name, context),
  ]),
);

export const reportResolvers: Resolvers<Context> = {
  Query: {
    projectReports: (
      _: unknown,
      { municipality, ...period }: ClosedPeriod & { municipality: string },
      context: Context,
    ) => reportsOf(municipality, period, context),
  },
  Project: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    report: ({ id }: Ref, period: ClosedPeriod, context: Context) => reportFor(id, period, context),
  },
  ProjectReport: {
    project: ({ project: { id } }: ProjectReport): Ref => ({ id }),
    figures: (report: ProjectReport, _: unknown, context: Context) => reportFigures(report, context),
    recipients: (report: ProjectReport, _: unknown, context: Context) => reportFigure(report, 'recipients', context),
    goals: ({ project, ...period }: ProjectReport) =>
      (project.goals ?? []).map((goal, position): GoalOfReport => ({
        ...goal,
        id: goalIdOf({ projectId: project.id, position, code: goal.code, target: goal.target }),
        report: { project, ...period },
      })),
    ...figureFields,
  },
  GoalOfReport: {
    reached: ({ code, report }: GoalOfReport, _: unknown, context: Context) => figureOfGoal(code, report, context),
  },
  ReportFigure: {
    description: (...[{ name }, , , { schema }]: [ReportFigure, unknown, Context, GraphQLResolveInfo]) =>
      figureDescription(schema, name),
    byMonth: (figure: ReportFigure, _: unknown, context: Context) => figureByMonth(figure, context),
    events: (figure: ReportFigure, page: PageArguments, context: Context) => eventsBehind(figure, page, context),
  },
};

/** Returns the figure that shows how far a goal has come; null where the report has none of that code. */
function figureOfGoal(code: string, report: ProjectReport, context: Context): Promise<ReportFigure> | null {
  const name = figureNameOf(code);
  return name ? reportFigure(report, name, context) : null;
}

async function reportFor(projectId: string, period: ClosedPeriod, context: Context): Promise<ProjectReport> {
  const project = await (await context.views()).projects.get(projectId);
  // A project that the caller may not read is to them as one that nothing was heard of.
  return requireFound((project && reportOf(project, period, context)) ?? null, 'The report');
}

async function reportsOf(municipality: string, period: ClosedPeriod, context: Context): Promise<ProjectReport[]> {
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

/** Returns the report as the caller may see it; undefined where it is not for the caller. */
function reportOf(
  project: KnownProject,
  { from, to }: ClosedPeriod,
  { actor, today }: Context,
): ProjectReport | undefined {
  const access = reportAccess(actor, project);
  if (access === 'NONE') return undefined;
  if (to < from || daysBetween(from, to) > LONGEST_MONTHS * 31)
    throw new InsightRefusal(
      'INVALID_INPUT',
      `must not be before \`from\`, and within ${LONGEST_MONTHS} months.`,
      'to',
    );
  // Whoever could ask on two days, or until two days, would see whose talk was on the second.
  if (access === 'PROTECTED' && !isWholeMonths({ from, to }, today))
    throw new InsightRefusal(
      'INVALID_INPUT',
      'from, to: your report is for whole months that are over, from the first day of one to the last day of one; ' +
        `at present until ${lastMonthOver(today)}.`,
    );
  return { project, from, to, exact: access === 'EXACT' };
}

async function eventsBehind(
  { report, name }: ReportFigure,
  page: PageArguments,
  context: Context,
): Promise<Connection<TimelineEntry>> {
  if (!report.exact) throw fieldRefusal('FORBIDDEN', 'The events behind a figure are for the team of the project.');
  const rule = ruleOf(name);
  if (!rule) return receiptsBehindRecipients(report.from, { project: report.project, page }, context);
  return eventsBehindFigure(await context.views(), { figure: { rule, project: report.project }, period: report }, page);
}
