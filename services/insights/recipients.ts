import { findAll } from '#shared/documents/find-all.ts';
import { pageInMemory, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Context } from './context.ts';
import { cursorOf, entriesOf } from './count-of-figure.ts';
import type { Entry } from './views/entry.ts';
import { receiptOn, type KnownUnit } from './views/known-unit.ts';
import type { KnownProject } from './views/known-project.ts';

type Recipients = { people: number; startedBy: string[] };

/**
 * A state on a day cannot be counted by an index over days: it is two spans of each unit, membership and receipt. So the
 * units of the municipality are read, once for a request: some hundred in a village, some thousand in a town.
 */
export function recipientsOn(day: string, { municipality }: KnownProject, context: Context): Promise<Recipients> {
  return context.once(`recipients ${municipality} ${day}`, () => readOn(day, municipality, context));
}

async function readOn(day: string, municipality: string, context: Context): Promise<Recipients> {
  const units = await context.once(`units ${municipality}`, () => unitsOf(municipality, context));
  const receipts = units.flatMap((unit) => receiptOn(unit, municipality, day) ?? []);
  return {
    people: new Set(receipts.flatMap(({ personIds }) => personIds)).size,
    startedBy: receipts.map(({ startedBy }) => startedBy),
  };
}

/** The events by which the units of these recipients came into receipt. */
export async function receiptsBehind(
  day: string,
  { project, page }: { project: KnownProject; page: PageArguments },
  context: Context,
): Promise<Connection<Entry>> {
  const { startedBy } = await recipientsOn(day, project, context);
  return pageInMemory(await entriesOf(await context.views(), startedBy), cursorOf, page);
}

async function unitsOf(municipality: string, context: Context): Promise<KnownUnit[]> {
  const { units } = await context.views();
  return findAll(units, { 'homes.municipality': municipality });
}
