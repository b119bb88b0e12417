import { dayBefore, firstOfMonth, type ClosedPeriod } from '#shared/calendar/days.ts';
import type { Context } from '../context.ts';
import type { KnownProject } from '../views/known-project.ts';
import { countFigure, type ProjectFigure } from './count-figure.ts';
import { figures, type FigureRule } from './figures.ts';
import { recipientsOn } from './recipients.ts';
import { releaseTotals, type FigureReleaseRequest, type Series } from './released-totals.ts';

/**
 * Releases the counts of a figure about people that may be told outside the team, for each of these periods of whole
 * months; null where none may.
 */
export async function releaseCounts(
  figure: ProjectFigure,
  periods: readonly ClosedPeriod[],
  context: Context,
): Promise<(number | null)[]> {
  const begin = firstOfMonth(figure.project.startedOn);
  const days = [...new Set(periods.flatMap(({ from, to }) => [dayBefore(from), to]))].filter((day) => day >= begin);
  const totals = await releaseFigureTotals(figure, days, context);
  const totalOn = (day: string): number | undefined => (day < begin ? 0 : totals.get(day));
  return periods.map(({ from, to }) => {
    // Who counts in two months counts once in both together: only from the beginning on is that a total.
    if (figure.rule.overlapping && from > begin) return null;
    const [before, total] = [totalOn(dayBefore(from)), totalOn(to)];
    return before === undefined || total === undefined ? null : total - before;
  });
}

/**
 * Releases the number of recipients that may be told outside the team, on each of these days. One series for all
 * projects of a municipality.
 */
export async function releaseRecipients(
  project: KnownProject,
  days: readonly string[],
  context: Context,
): Promise<(number | null)[]> {
  const countOn = async (day: string): Promise<number> => (await recipientsOn(day, project, context)).people;
  const series = { id: `${project.municipality} RECIPIENTS`, grows: false, countOn };
  const levels = await releaseTotals(series, days, releaseRequest(context));
  return days.map((day) => levels.get(day) ?? null);
}

/**
 * Releases the totals of a figure. A part is told where its whole is the sum of what is told of both parts, so that the
 * rest, too, is a number that may be told.
 */
async function releaseFigureTotals(
  { rule, project }: ProjectFigure,
  days: readonly string[],
  context: Context,
): Promise<ReadonlyMap<string, number>> {
  const rules = [...figures.values()];
  const series = (each: FigureRule): Series => seriesOf({ rule: each, project }, context);
  const whole = rules.find(({ code }) => code === rule.partOf) ?? rule;
  const part = rules.find(({ partOf }) => partOf === whole.code);
  const ofWhole = await releaseTotals(series(whole), days, releaseRequest(context));
  if (!part) return ofWhole;
  const ofPart = await releaseTotals(series(part), days, releaseRequest(context));
  const ofRest = await releaseTotals(restOf(series(whole), series(part)), days, releaseRequest(context));
  return rule === whole
    ? ofWhole
    : new Map([...ofPart].filter(([day, count]) => ofWhole.get(day) === count + (ofRest.get(day) ?? NaN)));
}

/** Returns a figure of a project as totals from the month in which it began. */
function seriesOf(figure: ProjectFigure, { once, views }: Context): Series {
  const {
    rule: { code, lasting },
    project: { id, startedOn },
  } = figure;
  const from = firstOfMonth(startedOn);
  const countOn = (to: string): Promise<number> =>
    once(`${id} ${code} ${to}`, async () => countFigure(await views(), figure, { from, to }));
  return { id: `${id} ${code}`, beginsAfter: dayBefore(from), grows: lasting !== true, countOn };
}

function restOf(whole: Series, part: Series): Series {
  return {
    ...whole,
    id: `${part.id} REST`,
    countOn: async (day) => (await whole.countOn(day)) - (await part.countOn(day)),
  };
}

function releaseRequest({ releases, now, actor, stamp }: Context): FigureReleaseRequest {
  return { releases, at: now, to: actor.role, stamp };
}
