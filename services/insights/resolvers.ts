import { casesOf, looksAfter } from '#shared/care-team.ts';
import { refused } from '#shared/graph-error.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Resolvers } from '#shared/subgraph.ts';
import { reportAccess } from './access.ts';
import type { Context } from './context.ts';
import { figureRules } from './figures.ts';
import { figureNames, figureOf, monthsOf, recipientsOn, type Figure, type MonthOfReport, type Period, type Report } from './report.ts';
import type { Entry } from './views/entry.ts';

const LONGEST_MONTHS = 60;
type Ref = { id: string };

const figures = Object.fromEntries(figureNames.map((name) => [name, (report: Report, _: unknown, context: Context) => figureOf(report, figureRules[name], context)]));

export const resolvers: Resolvers<Context> = {
  Project: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    report: async ({ id }: Ref, { from, to }: Period, { actor, projects }: Context): Promise<Report> => {
      const project = await projects.get(id);
      if (!project) throw refused('NOT_FOUND', 'Nothing was heard of this project yet.');
      const access = reportAccess(actor, project);
      if (access === 'NONE') throw refused('FORBIDDEN', 'The report is not for your municipality or role.');
      if (to < from || Date.parse(to) - Date.parse(from) > LONGEST_MONTHS * 31 * 86_400_000) throw new Refusal('INVALID_INPUT', `to: must not be before \`from\`, and within ${LONGEST_MONTHS} months.`);
      return { project, from, to, exact: access === 'EXACT' };
    },
  },
  ProjectReport: {
    ...figures,
    recipients: (report: Report, _: unknown, context: Context) => recipientsOn(report.from, report, context),
    byMonth: (report: Report) => monthsOf(report),
  },
  MonthOfReport: Object.fromEntries(['talksHeld', 'measuresStarted', 'placements'].map((name) => [name, ({ report }: MonthOfReport, _: unknown, context: Context) => figureOf(report, figureRules[name as 'talksHeld'], context)])),
  ReportFigure: {
    events: ({ entries, exact }: Figure, page: PageArguments): Connection<Entry> => {
      if (!exact) throw refused('FORBIDDEN', 'The events behind a figure are for the team of the project.');
      return pageOf(entries, page);
    },
  },
  Case: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    timeline: async ({ id }: Ref, page: PageArguments, { actor, entries, teams }: Context): Promise<Connection<Entry>> => {
      const team = await teams.get(id);
      if (!team) throw refused('NOT_FOUND', 'Nothing was heard of this case yet.');
      const mine = looksAfter(actor, { ...team, open: true }) || (await casesOf(teams, team.personId)).some((other) => looksAfter(actor, other));
      if (!mine) throw refused('FORBIDDEN', 'You do not look after this person.');
      return connection(entries, { where: { caseId: id }, sort: { by: 'order', direction: 'asc' } }, page);
    },
  },
  TimelineEntry: {
    case: ({ caseId }: Entry) => (caseId === undefined ? null : { id: caseId }),
  },
};

/** A figure's events are counted in memory anyway; the cursor is the event's place in their order. */
function pageOf(entries: readonly Entry[], { first, after }: PageArguments): Connection<Entry> {
  if (first < 1 || first > 100) throw new Refusal('INVALID_INPUT', 'first: must be from 1 to 100.');
  const start = typeof after === 'string' ? entries.findIndex(({ id }) => id === Buffer.from(after, 'base64url').toString()) + 1 : 0;
  if (typeof after === 'string' && start === 0) throw new Refusal('INVALID_CURSOR', 'after: this cursor does not belong to this list.');
  const edges = entries.slice(start, start + first).map((node) => ({ cursor: Buffer.from(node.id).toString('base64url'), node }));
  return { edges, pageInfo: { hasNextPage: start + first < entries.length, hasPreviousPage: start > 0, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null } };
}
