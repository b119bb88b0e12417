import type { Message } from '#shared/contracts/contract.ts';
import type { Events } from '#shared/events/events.ts';

/** Last sequence of each aggregate. */
export type Sequences = Map<string, number>;
export type LoggedEvents = { last: Sequences; count: number };

/** Reads what a topic holds. An event may be in the log twice; anything but the next sequence is a problem. */
export async function readLogged(
  events: Pick<Events, 'read'>,
  topic: string,
  problems: string[],
): Promise<LoggedEvents> {
  const last: Sequences = new Map();
  const ids = new Set<string>();
  for await (const delivery of events.read(topic)) {
    if ('unreadable' in delivery) problems.push(`${topic}: unreadable event at ${delivery.position}`);
    else note(delivery.message, { topic, last, ids, problems });
  }
  return { last, count: ids.size };
}

function note(
  { id, subject, sequence }: Message,
  { topic, last, ids, problems }: { topic: string; last: Sequences; ids: Set<string>; problems: string[] },
): void {
  if (ids.has(id)) return;
  ids.add(id);
  const before = last.get(subject) ?? 0;
  if (sequence !== before + 1) problems.push(`${topic}: ${id} follows sequence ${before}`);
  last.set(subject, Math.max(sequence, before));
}
