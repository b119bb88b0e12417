import type { Stamp } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { figures } from '../report/figures.ts';
import { withOccurrence, withoutOccurrence } from '../views/distinct-tally.ts';
import type { TimelineEntry } from '../views/timeline-entry.ts';
import type { Views } from '../views/views.ts';
import { correctableEventNames } from './correction-rules.ts';

/**
 * Finds the projects of an entry and counts it there. Measures, employers and people only say which case or person an
 * event is about, and topics are not ordered among each other: so it is tried twice, after the entry was written and
 * after the case was. Each first writes what it has heard and then reads what the other has written: whichever comes
 * last finds both. The entry's own project is written as the very last thing: so what a crash left uncounted is found
 * again.
 */
export async function countInProjects(views: Views, entry: TimelineEntry): Promise<void> {
  for (const projectId of await projectsOf(views, entry)) {
    await tally(views, entry, projectId);
    if (entry.caseId !== undefined && entry.projectId === undefined) {
      await views.entries.change(
        entry.id,
        (stored) => ({ state: inProject(stored ?? entry, projectId), events: [] }),
        stampOf(entry),
      );
    }
  }
}

function inProject(entry: TimelineEntry, projectId: string): TimelineEntry {
  return entry.withdrawn === true || entry.projectId === projectId ? entry : { ...entry, projectId };
}

async function projectsOf(
  { cases }: Views,
  { projectId, caseId, municipality, memberIds }: TimelineEntry,
): Promise<string[]> {
  if (projectId !== undefined) return [projectId];
  if (caseId !== undefined) return [await cases.get(caseId)].flatMap((known) => known?.projectId ?? []);
  if (memberIds === undefined || memberIds.length === 0 || municipality === undefined) return [];
  const ofHousehold = await findAll(cases, { personId: { in: memberIds }, municipality });
  return [...new Set(ofHousehold.map((known) => known.projectId))];
}

/**
 * Notes the entry where it counts once. A figure that counts every event needs nothing here: entries themselves are
 * counted.
 */
async function tally({ tallies, entries }: Views, entry: TimelineEntry, projectId: string): Promise<void> {
  for (const { code: figure, names, once } of figures.values()) {
    const key = names.includes(entry.name) ? once?.(entry) : undefined;
    if (key === undefined) continue;
    const id = `${figure} ${projectId} ${key}`;
    const occurrence = { tallied: { figure, projectId }, day: entry.occurredOn, eventId: entry.id };
    await tallies.change(
      id,
      (stored) => ({ state: withOccurrence(stored, id, occurrence), events: [] }),
      stampOf(entry),
    );
    // Asked after it was counted: whoever takes it back meanwhile comes here as well, and one of the two comes last.
    if (!mayBeWithdrawn(entry) || (await entries.get(entry.id))?.withdrawn !== true) continue;
    await tallies.change(
      id,
      (stored) => ({ state: withoutOccurrence(stored, id, entry.id), events: [] }),
      stampOf(entry),
    );
  }
}

/** True for what was said of a household, and for what a correction rule names. */
const mayBeWithdrawn = ({ memberIds, name }: TimelineEntry): boolean =>
  memberIds !== undefined || correctableEventNames.has(name);

/** Stamps what a view does: nobody's request, but the event's. */
const stampOf = ({ id, recordedAt }: TimelineEntry): Stamp => ({ requestId: id, at: recordedAt });
