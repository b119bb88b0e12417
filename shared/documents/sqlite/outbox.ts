import type { DatabaseSync } from 'node:sqlite';
import type { Message } from '#shared/contracts/contract.ts';

/**
 * Returns at most `limit` events that wait. Outboxes may have grown long while the log was away: no more of them is
 * read than is asked for.
 */
export function pendingEvents(db: DatabaseSync, table: string, limit: number): Message[] {
  const pending: Message[] = [];
  for (const { outbox } of db.prepare(`SELECT outbox FROM "${table}" WHERE outbox <> '[]'`).iterate()) {
    pending.push(...eventsIn(outbox).slice(0, limit - pending.length));
    if (pending.length >= limit) break;
  }
  return pending;
}

export function waitingEvents(db: DatabaseSync, table: string, id: string): Message[] {
  const row = db.prepare(`SELECT outbox FROM "${table}" WHERE id = ?`).get(id);
  return row ? eventsIn(row.outbox) : [];
}

export function markPublished(db: DatabaseSync, table: string, events: readonly Message[]): void {
  const published = new Set(events.map(({ id }) => id));
  for (const subject of new Set(events.map((event) => event.subject))) {
    const waiting = waitingEvents(db, table, subject).filter(({ id }) => !published.has(id));
    db.prepare(`UPDATE "${table}" SET outbox = ? WHERE id = ?`).run(JSON.stringify(waiting), subject);
  }
}

function eventsIn(outbox: unknown): Message[] {
  // Written by `storeRow` and `markPublished` from messages.
  return JSON.parse(String(outbox)) as Message[];
}
