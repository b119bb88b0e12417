import { findAll } from '#shared/documents/find-all.ts';
import { pageOf, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Context } from '../context.ts';
import { receiptOn, type KnownBenefitUnit } from '../views/known-unit.ts';
import type { KnownProject } from '../views/known-project.ts';
import { cursorOf, entriesById, type TimelineEntry } from '../views/timeline-entry.ts';

type Recipients = { people: number; startedBy: string[] };

/**
 * Counts the recipients on a day. A state on a day cannot be counted by an index over days: it is two spans of each
 * unit, membership and receipt. So the units of the municipality are read, once for a request: some hundred in a
 * village, some thousand in a town.
 */
export function recipientsOn(day: string, { municipality }: KnownProject, context: Context): Promise<Recipients> {
  return context.once(`recipients ${municipality} ${day}`, () => readRecipients(day, municipality, context));
}

async function readRecipients(day: string, municipality: string, context: Context): Promise<Recipients> {
  const units = await context.once(`units ${municipality}`, () => unitsOf(municipality, context));
  const receipts = units.flatMap((unit) => receiptOn(unit, municipality, day) ?? []);
  return {
    people: new Set(receipts.flatMap(({ personIds }) => personIds)).size,
    startedBy: receipts.map(({ startedBy }) => startedBy),
  };
}

/** Returns the events by which the units of these recipients came into receipt. */
export async function receiptsBehindRecipients(
  day: string,
  { project, page }: { project: KnownProject; page: PageArguments },
  context: Context,
): Promise<Connection<TimelineEntry>> {
  const { startedBy } = await recipientsOn(day, project, context);
  const { entries } = await context.views();
  return pageOf(await entriesById(entries, startedBy), cursorOf, page);
}

async function unitsOf(municipality: string, context: Context): Promise<KnownBenefitUnit[]> {
  const { units } = await context.views();
  return findAll(units, { 'homes.municipality': municipality });
}
