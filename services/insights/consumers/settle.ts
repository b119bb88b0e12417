import type { Stamp } from '#shared/documents/documents.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { figures } from '../figures.ts';
import { retractable } from '../taken-back.ts';
import type { Entry } from '../views/entry.ts';
import { noted, takenBack } from '../views/tally.ts';
import type { Views } from '../views/views.ts';

/**
 * Finds the project of an entry and counts it there. Measures, employers and people only say which case or person an
 * event is about, and topics are not ordered among each other: so it is tried twice, after the entry was written and after
 * the case was. Each first writes what it knows and then reads what the other has written: whichever comes last
 * finds both. The entry's own project is written as the very last thing: what a crash left unsettled is found again.
 */
export async function settle(views: Views, entry: Entry): Promise<void> {
  for (const projectId of await projectsOf(views, entry)) {
    await count(views, entry, projectId);
    if (entry.caseId !== undefined && entry.projectId === undefined) {
      await views.entries.change(
        entry.id,
        (known) => ({ state: inProject(known ?? entry, projectId), events: [] }),
        stampOf(entry),
      );
    }
  }
}

function inProject(entry: Entry, projectId: string): Entry {
  return entry.withdrawn === true || entry.projectId === projectId ? entry : { ...entry, projectId };
}

async function projectsOf({ cases }: Views, { projectId, caseId, municipality, memberIds }: Entry): Promise<string[]> {
  if (projectId !== undefined) return [projectId];
  if (caseId !== undefined) return [await cases.get(caseId)].flatMap((known) => known?.projectId ?? []);
  if (memberIds === undefined || memberIds.length === 0 || municipality === undefined) return [];
  const found = await findAll(cases, { personId: { in: memberIds }, municipality });
  return [...new Set(found.map((known) => known.projectId))];
}

/** What counts every event needs nothing here: the entry itself is counted. */
async function count({ tallies, entries }: Views, entry: Entry, projectId: string): Promise<void> {
  for (const { code: figure, names, once } of figures.values()) {
    const key = names.includes(entry.name) ? once?.(entry) : undefined;
    if (key === undefined) continue;
    const id = `${figure} ${projectId} ${key}`;
    await tallies.change(
      id,
      (tally) => ({
        state: noted(tally, id, { counted: { figure, projectId }, day: entry.occurredOn, eventId: entry.id }),
        events: [],
      }),
      stampOf(entry),
    );
    // Asked after it was counted: whoever takes it back meanwhile comes here as well, and one of the two comes last.
    if (!mayBeWithdrawn(entry) || (await entries.get(entry.id))?.withdrawn !== true) continue;
    await tallies.change(id, (tally) => ({ state: takenBack(tally, id, entry.id), events: [] }), stampOf(entry));
  }
}

/** What was said of a household, and what has a line among the corrections. */
const mayBeWithdrawn = ({ memberIds, name }: Entry): boolean => memberIds !== undefined || retractable.has(name);

/** What a view does is nobody's request but the event's. */
const stampOf = ({ id, recordedAt }: Entry): Stamp => ({ requestId: id, at: recordedAt });
