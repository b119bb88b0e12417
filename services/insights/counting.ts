import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import type { Where } from '#shared/documents/query.ts';
import { figureOf, type FigureRule } from './figures.ts';
import { dayBefore, firstOf, lastOf, monthOf, nextMonth } from './months.ts';
import type { Entry } from './views/entry.ts';
import type { KnownProject } from './views/known-project.ts';
import { firstEventIn, happenedIn, type Period } from './views/tally.ts';
import type { Views } from './views/views.ts';

/** One figure of one project. */
export type Counting = { rule: FigureRule; project: KnownProject };

/** How often within a period, worked out or known already. */
export type Count = (counting: Counting, period: Period) => Promise<number>;

export const EVER: Period = { from: '0000-01-01', to: '9999-12-31' };

/** An index answers every count, however many events there are; none of them is loaded. */
export function countOf(views: Views, counting: Counting, period: Period): Promise<number> {
  return counting.rule.once ? views.tallies.count(happenedIn(countedOf(counting), period)) : views.entries.count(entriesIn(counting, period));
}

/** The events behind a figure: each of them, oldest first; or the first for each of what counts once, in no order that means anything. */
export async function eventsOf(views: Views, { counting, period }: { counting: Counting; period: Period }, page: PageArguments): Promise<Connection<Entry>> {
  if (!counting.rule.once) return connection(views.entries, { where: entriesIn(counting, period), sort: { by: 'order', direction: 'asc' } }, page);
  const counted = countedOf(counting);
  const { edges, pageInfo } = await connection(views.tallies, { where: happenedIn(counted, period) }, page);
  const entries = await views.entries.getMany(edges.map(({ node }) => firstEventIn(node, counted, period) ?? ''));
  return { edges: edges.flatMap(({ cursor }, index) => (entries[index] ? [{ cursor, node: entries[index] }] : [])), pageInfo };
}

/** How often until the end of each month, from before the project to now; ends when nothing more comes. */
export async function totalsOf(count: Count, counting: Counting, today: string): Promise<number[]> {
  const until = (day: string): Promise<number> => count(counting, { ...EVER, to: day });
  const all = await count(counting, EVER);
  const begun = monthOf(counting.project.startedOn);
  const totals = [await until(dayBefore(firstOf(begun)))];
  for (let month = begun; month <= monthOf(today) && totals.at(-1) !== all; month = nextMonth(month)) totals.push(await until(lastOf(month)));
  return totals.at(-1) === all ? totals : [...totals, all];
}

/** Counts as the totals before and until a period. */
export async function spanOf(count: Count, counting: Counting, { from, to }: Period): Promise<{ before: number; until: number }> {
  const [before, until] = await Promise.all([dayBefore(from), to].map((day) => count(counting, { ...EVER, to: day })));
  return { before: before ?? 0, until: until ?? 0 };
}

/** The figure that this one is a part of. */
export function wholeOf({ rule, project }: Counting): Counting | undefined {
  const whole = rule.partOf === undefined ? undefined : figureOf(rule.partOf);
  return whole && { rule: whole, project };
}

const countedOf = ({ rule, project }: Counting) => ({ figure: rule.code, projectId: project.id });

function entriesIn({ rule, project }: Counting, { from, to }: Period): Where {
  const about: Where = rule.belongs === 'MUNICIPALITY' ? { municipality: project.municipality } : { projectId: project.id };
  return { ...about, name: { in: rule.names }, occurredOn: { from, to } };
}
