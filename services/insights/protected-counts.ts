import { dayBefore, firstOfMonth } from '#shared/calendar/days.ts';
import type { Context } from './context.ts';
import { countOf, type Counting } from './count-of-figure.ts';
import { figureOf, figures, type FigureRule } from './figures.ts';
import { recipientsOn } from './recipients.ts';
import { release, type Releasing, type Series } from './released-totals.ts';
import type { KnownProject } from './views/known-project.ts';
import type { Period } from './views/tally.ts';

/** The counts of a figure about people that may be told outside the team, for each of these periods of whole months; null where none may. */
export async function countsOutside(
  counting: Counting,
  periods: readonly Period[],
  context: Context,
): Promise<(number | null)[]> {
  const begin = firstOfMonth(counting.project.startedOn);
  const days = [...new Set(periods.flatMap(({ from, to }) => [dayBefore(from), to]))].filter((day) => day >= begin);
  const totals = await totalsOutside(counting, days, context);
  const until = (day: string): number | undefined => (day < begin ? 0 : totals.get(day));
  return periods.map(({ from, to }) => {
    // Who counts in two months counts once in both together: only from the beginning on is that a total.
    if (counting.rule.overlapping && from > begin) return null;
    const [before, total] = [until(dayBefore(from)), until(to)];
    return before === undefined || total === undefined ? null : total - before;
  });
}

/** The number of recipients that may be told outside the team, on each of these days. One series for all projects of a municipality. */
export async function recipientsOutside(
  project: KnownProject,
  days: readonly string[],
  context: Context,
): Promise<(number | null)[]> {
  const countOn = async (day: string): Promise<number> => (await recipientsOn(day, project, context)).people;
  const levels = await release(
    { id: `${project.municipality} RECIPIENTS`, grows: false, countOn },
    days,
    releasing(context),
  );
  return days.map((day) => levels.get(day) ?? null);
}

/** A part is told where its whole is the sum of what is told of both parts, so that the rest, too, is a number that may be told. */
async function totalsOutside(
  { rule, project }: Counting,
  days: readonly string[],
  context: Context,
): Promise<ReadonlyMap<string, number>> {
  const series = (each: FigureRule): Series => seriesOf({ rule: each, project }, context);
  const whole = (rule.partOf === undefined ? undefined : figureOf(rule.partOf)) ?? rule;
  const part = [...figures.values()].find(({ partOf }: FigureRule) => partOf === whole.code);
  const ofWhole = await release(series(whole), days, releasing(context));
  if (!part) return ofWhole;
  const ofPart = await release(series(part), days, releasing(context));
  const ofRest = await release(restOf(series(whole), series(part)), days, releasing(context));
  return rule === whole
    ? ofWhole
    : new Map([...ofPart].filter(([day, count]) => ofWhole.get(day) === count + (ofRest.get(day) ?? NaN)));
}

/** A figure of a project as totals from the month in which it began. */
function seriesOf(counting: Counting, { once, views }: Context): Series {
  const {
    rule: { code, lasting },
    project: { id, startedOn },
  } = counting;
  const from = firstOfMonth(startedOn);
  const countOn = (to: string): Promise<number> =>
    once(`${id} ${code} ${to}`, async () => countOf(await views(), counting, { from, to }));
  return { id: `${id} ${code}`, beginsAfter: dayBefore(from), grows: lasting !== true, countOn };
}

function restOf(whole: Series, part: Series): Series {
  return {
    ...whole,
    id: `${part.id} REST`,
    countOn: async (day) => (await whole.countOn(day)) - (await part.countOn(day)),
  };
}

function releasing({ releases, now, actor, stamp }: Context): Releasing {
  return { releases, at: now, to: actor.role, stamp };
}
