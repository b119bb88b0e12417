import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import type { Cursors } from '#shared/documents/cursor.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Commit } from './group-commit.ts';
import { alreadyExists } from '#shared/documents/record.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { valuesAt, valuesTable, type Table } from './table.ts';
import { matching, pageOf } from './where.ts';
import { recordWriter, type RecordChange } from '#shared/documents/writing.ts';

export type Row = {
  id: string;
  revision: number;
  state: string;
  outbox: string;
  answered: string;
  seen: string;
  sorted: string | number | null;
};
type Declared<State> = {
  table: Table;
  contract: Contract | undefined;
  validate: (state: State) => Promise<void>;
  commit: Commit;
  cursors: Cursors;
};

export function sqliteCollection<State extends Identified>(
  db: DatabaseSync,
  { table, contract, validate, commit, cursors }: Declared<State>,
): Collection<State> {
  const { name } = table;
  const rows = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).all(...values) as unknown as Row[];

  const load = (id: string): Stored<State> | null => {
    const [row] = rows(`SELECT * FROM "${name}" WHERE id = ?`, id);
    return row ? parsed<State>(row) : null;
  };

  return {
    name,
    topic: contract?.topic,
    get: async (id) => load(id)?.state ?? null,
    getMany: async (ids) => {
      const found = new Map(
        rows(`SELECT * FROM "${name}" WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids)).map((row) => [
          row.id,
          parsed<State>(row).state,
        ]),
      );
      return ids.map((id) => found.get(id) ?? null);
    },
    find: async (page) => {
      const { text, values } = pageOf(table, page, cursors.positionOf(page));
      const found = rows(text, ...values);
      const edges = found.slice(0, page.first).map(({ id, state, sorted }) => ({
        node: JSON.parse(state) as State,
        // Made for who asks: most pages are read from within.
        get cursor() {
          return cursors.of(page, { value: sorted, id });
        },
      }));
      return { edges, hasNextPage: found.length > page.first };
    },
    count: async (where) => {
      const { text, values } = matching(table, where);
      return Number(db.prepare(`SELECT count(*) AS number FROM "${name}" WHERE ${text}`).get(...values)?.number);
    },
    ...recordWriter<State>({
      name,
      contract,
      validate,
      load,
      writeMs: 5,
      store: (step) => commit(() => store(db, table, step)),
    }),
    sequenceOf: async (id) => load(id)?.revision ?? 0,
    pendingEvents: async (limit) => pendingEvents(db, name, limit),
    markPublished: (events) => commit(() => markPublished(db, name, events)),
    clear: async () => {
      if (contract) throw new Error(`${name} holds aggregates: they are not cleared`);
      db.exec(`DELETE FROM "${name}"`);
      for (const path of table.listPaths) db.exec(`DELETE FROM ${valuesTable(name, path)}`);
    },
  };
}

/** Outboxes may have grown long while the log was away: no more of them is read than is asked for. */
function pendingEvents(db: DatabaseSync, name: string, limit: number): Message[] {
  const pending: Message[] = [];
  for (const { outbox } of db.prepare(`SELECT outbox FROM "${name}" WHERE outbox <> '[]'`).iterate()) {
    pending.push(...(JSON.parse(String(outbox)) as Message[]).slice(0, limit - pending.length));
    if (pending.length >= limit) break;
  }
  return pending;
}

export function parsed<State>({ revision, state, outbox, answered, seen }: Row): Stored<State> {
  const read = (text: string): unknown => JSON.parse(text);
  // Written by `store` below from a Stored<State>.
  return {
    revision,
    state: read(state),
    outbox: read(outbox),
    answered: read(answered),
    seen: read(seen),
  } as Stored<State>;
}

/** False when another writer was faster: then nothing was written. Events the relay took meanwhile do not come back. */
function store(db: DatabaseSync, table: Table, { id, before, after }: RecordChange<Identified>): boolean {
  const { name } = table;
  const record = [
    after.revision,
    JSON.stringify(after.state),
    JSON.stringify(after.answered),
    JSON.stringify(after.seen),
  ];
  try {
    const outbox = before ? [...waitingOf(db, name, id), ...after.outbox.slice(before.outbox.length)] : after.outbox;
    const { changes } = before
      ? db
          .prepare(
            `UPDATE "${name}" SET revision = ?, state = ?, answered = ?, seen = ?, outbox = ? WHERE id = ? AND ` +
              'revision = ?',
          )
          .run(...record, JSON.stringify(outbox), id, before.revision)
      : db
          .prepare(
            `INSERT INTO "${name}" (revision, state, answered, seen, outbox, id) VALUES (?, ?, ?, ?, ?, ?) ON ` +
              'CONFLICT (id) DO NOTHING',
          )
          .run(...record, JSON.stringify(outbox), id);
    if (changes === 0) return false;
    for (const path of table.listPaths)
      replaceValues(db, valuesTable(name, path), { id, values: valuesAt(after.state, path) });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyExists();
    throw error;
  }
}

function waitingOf(db: DatabaseSync, name: string, id: string): Message[] {
  const row = db.prepare(`SELECT outbox FROM "${name}" WHERE id = ?`).get(id);
  return row ? (JSON.parse(String(row.outbox)) as Message[]) : [];
}

function replaceValues(
  db: DatabaseSync,
  table: string,
  { id, values }: { id: string; values: (string | number)[] },
): void {
  db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  for (const value of new Set(values)) db.prepare(`INSERT INTO ${table} (value, id) VALUES (?, ?)`).run(value, id);
}

function markPublished(db: DatabaseSync, name: string, events: readonly Message[]): void {
  const published = new Set(events.map(({ id }) => id));
  for (const subject of new Set(events.map((event) => event.subject))) {
    const waiting = waitingOf(db, name, subject).filter(({ id }) => !published.has(id));
    db.prepare(`UPDATE "${name}" SET outbox = ? WHERE id = ?`).run(JSON.stringify(waiting), subject);
  }
}

/** SQLITE_CONSTRAINT_UNIQUE */
function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 2067;
}
