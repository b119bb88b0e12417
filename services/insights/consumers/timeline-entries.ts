import type { Message } from '#shared/contracts/contract.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Consumer, Reaction } from '#shared/delivery/consume.ts';
import { countedEventNames } from '../report/figures.ts';
import type { TimelineEntry } from '../views/timeline-entry.ts';
import type { Views } from '../views/views.ts';
import { countInProjects } from './count-in-projects.ts';

/** Keeps what reports and timelines show, whichever service says it. */
export function timelineEntryReactions(views: Views): Consumer['reactions'] {
  const keep: Reaction = async (event) => {
    const entry = entryOf(event);
    if (!entry) return;
    await views.entries.project(entry.id, event, () => entry);
    await countInProjects(views, entry);
  };
  return Object.fromEntries([...dayFields.keys()].map((name) => [name, [keep]]));
}

/**
 * The events that a report or a timeline shows, each with the field that names its day: what is about a case or a
 * project, and what a figure counts. Read from the contracts; so a new event about a case is on its timeline without
 * anything to be done here.
 */
export const dayFields: ReadonlyMap<string, string> = new Map(
  contracts.flatMap(({ events }) =>
    Object.entries(events).flatMap(([name, { day, data }]) => {
      const shown = countedEventNames.has(name) || 'caseId' in data.shape || 'projectId' in data.shape;
      return shown && day !== undefined ? [[name, day]] : [];
    }),
  ),
);

const searchFields = ['caseId', 'personId', 'projectId', 'municipality'] as const;
/**
 * Fields by which an entry is found, or that would say who works where; everything else that is coded is a fact to
 * show.
 */
const hiddenFields: ReadonlySet<string> = new Set([
  ...searchFields,
  'memberIds',
  'employableMemberIds',
  'pastAgeLimitMemberIds',
  'careTeam',
  'caseManagerIds',
  'contactId',
]);

/** Returns an event as it is kept, or undefined when nothing shows it. */
export function entryOf({ id, type, time, subject, sequence, data }: Message): TimelineEntry | undefined {
  const dayField = dayFields.get(type);
  const occurredOn = dayField === undefined ? undefined : textOf(data[dayField]);
  if (occurredOn === undefined) return undefined;
  return {
    id,
    name: type,
    occurredOn,
    recordedAt: time,
    order: `${occurredOn} ${time} ${subject} ${String(sequence).padStart(6, '0')}`,
    ...Object.fromEntries(searchFields.flatMap((key) => (typeof data[key] === 'string' ? [[key, data[key]]] : []))),
    ...(Array.isArray(data.memberIds) && { memberIds: data.memberIds.map(String) }),
    facts: Object.entries(data).flatMap(([name, value]) => {
      const text = hiddenFields.has(name) || name === dayField ? undefined : textOf(value);
      return text === undefined ? [] : [{ name, value: text }];
    }),
  };
}

/** Returns a coded fact as text; undefined for what is absent, empty or no coded fact. */
function textOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const texts = value.map(textOf).filter((text) => text !== undefined);
    return texts.join(', ') || undefined;
  }
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
