import { daysLater } from '#shared/calendar/days.ts';
import { connection, pageInMemory, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Where } from '#shared/documents/query.ts';
import type { FigureRule } from './figures.ts';
import { endsThatLast } from './ends-that-last.ts';
import type { Entry } from './views/entry.ts';
import type { KnownProject } from './views/known-project.ts';
import { firstEventIn, happenedIn, type Counted, type Period } from './views/tally.ts';
import type { Views } from './views/views.ts';

/** One figure of one project. */
export type Counting = { rule: FigureRule; project: KnownProject };

/**
 * An index answers, however many events there are and without loading one; but for what has to last, see
 * `ends-that-last.ts`.
 */
export async function countOf(views: Views, counting: Counting, period: Period): Promise<number> {
  if (counting.rule.lasting) return (await endsThatLast(views, countedOf(counting), period)).length;
  return counting.rule.once
    ? views.tallies.count(happenedIn(countedOf(counting), period))
    : views.entries.count(entriesIn(counting, period));
}

/**
 * The events behind a figure: each of them, oldest first; or the first for each of what counts once, in no order that
 * means anything.
 */
export async function eventsOf(
  views: Views,
  { counting, period }: { counting: Counting; period: Period },
  page: PageArguments,
): Promise<Connection<Entry>> {
  if (counting.rule.lasting)
    return pageInMemory(await entriesOf(views, await endsThatLast(views, countedOf(counting), period)), cursorOf, page);
  if (!counting.rule.once)
    return connection(
      views.entries,
      { where: entriesIn(counting, period), sort: { by: 'order', direction: 'asc' } },
      page,
    );
  const counted = countedOf(counting);
  const { edges, pageInfo } = await connection(views.tallies, { where: happenedIn(counted, period) }, page);
  const entries = await views.entries.getMany(edges.map(({ node }) => firstEventIn(node, counted, period) ?? ''));
  return {
    edges: edges.flatMap(({ cursor }, index) => (entries[index] ? [{ cursor, node: entries[index] }] : [])),
    pageInfo,
  };
}

/** Events by their ids, oldest first. */
export async function entriesOf({ entries }: Views, ids: readonly string[]): Promise<Entry[]> {
  const found = await entries.getMany(ids);
  return found.filter((entry) => entry !== null).sort((one, other) => (one.order < other.order ? -1 : 1));
}

/** In a list of events that is in memory: their ids. */
export const cursorOf = ({ id }: Entry): string => Buffer.from(id).toString('base64url');

const countedOf = ({ rule, project }: Counting): Counted => ({ figure: rule.code, projectId: project.id });

function entriesIn({ rule, project }: Counting, { from, to }: Period): Where {
  const about: Where =
    rule.belongs === 'MUNICIPALITY' ? { municipality: project.municipality } : { projectId: project.id };
  // The order begins with the day: one index answers the period and the order in it.
  return { ...about, name: { in: rule.names }, order: { from, before: daysLater(to, 1) } };
}
