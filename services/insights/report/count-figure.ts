import { daysLater, type ClosedPeriod } from '#shared/calendar/days.ts';
import type { Where } from '#shared/documents/query.ts';
import { connection, pageOf, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { firstEventWithin, occursWithin, type TalliedFigure } from '../views/distinct-tally.ts';
import type { KnownProject } from '../views/known-project.ts';
import { cursorOf, entriesById, type TimelineEntry } from '../views/timeline-entry.ts';
import type { Views } from '../views/views.ts';
import type { FigureRule } from './figures.ts';
import { lastingBenefitEnds } from './lasting-benefit-ends.ts';

/** One figure of one project. */
export type ProjectFigure = { rule: FigureRule; project: KnownProject };

/**
 * Counts a figure in a period. An index answers, however many events there are and without loading one; but for what
 * has to last, see `lasting-benefit-ends.ts`.
 */
export async function countFigure(views: Views, figure: ProjectFigure, period: ClosedPeriod): Promise<number> {
  if (figure.rule.lasting) return (await lastingBenefitEnds(views, talliedFigureOf(figure), period)).length;
  return figure.rule.once
    ? views.tallies.count(occursWithin(talliedFigureOf(figure), period))
    : views.entries.count(countedEntries(figure, period));
}

/**
 * Returns the events behind a figure: each of them, oldest first; or the first for each of what counts once, in no
 * order that means anything.
 */
export async function eventsBehindFigure(
  views: Views,
  { figure, period }: { figure: ProjectFigure; period: ClosedPeriod },
  page: PageArguments,
): Promise<Connection<TimelineEntry>> {
  const tallied = talliedFigureOf(figure);
  if (figure.rule.lasting) {
    const ends = await lastingBenefitEnds(views, tallied, period);
    return pageOf(await entriesById(views.entries, ends), cursorOf, page);
  }
  if (!figure.rule.once)
    return connection(
      views.entries,
      { where: countedEntries(figure, period), sort: { by: 'order', direction: 'asc' } },
      page,
    );
  const { edges, pageInfo } = await connection(views.tallies, { where: occursWithin(tallied, period) }, page);
  const entries = await views.entries.getMany(edges.map(({ node }) => firstEventWithin(node, tallied, period) ?? ''));
  return {
    edges: edges.flatMap(({ cursor }, index) => (entries[index] ? [{ cursor, node: entries[index] }] : [])),
    pageInfo,
  };
}

const talliedFigureOf = ({ rule, project }: ProjectFigure): TalliedFigure => ({
  figure: rule.code,
  projectId: project.id,
});

function countedEntries({ rule, project }: ProjectFigure, { from, to }: ClosedPeriod): Where {
  const about: Where =
    rule.belongs === 'MUNICIPALITY' ? { municipality: project.municipality } : { projectId: project.id };
  // The order begins with the day: one index answers the period and the order in it.
  return { ...about, name: { in: rule.names }, order: { from, before: daysLater(to, 1) } };
}
