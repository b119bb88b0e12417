import type { Consumer, Reaction } from '#shared/delivery/consume.ts';
import { dayFields, entryOf } from '../entry-of.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

/** Keeps what reports and timelines show, whoever said it. */
export function entryReactions(views: Views): Consumer['reactions'] {
  const keep: Reaction = async (event) => {
    const entry = entryOf(event);
    if (!entry) return;
    await views.entries.project(entry.id, event, () => entry);
    await settle(views, entry);
  };
  return Object.fromEntries([...dayFields.keys()].map((name) => [name, [keep]]));
}
