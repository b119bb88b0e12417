import type { DatabaseSync } from 'node:sqlite';
import type { Contract } from '#shared/contracts/contract.ts';
import type { Cursors } from '#shared/documents/cursor.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import { cutPage } from '#shared/documents/page.ts';
import type { Page, PageOf, Where } from '#shared/documents/query.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { recordWriter } from '#shared/documents/writing.ts';
import type { FileHealth } from './outages.ts';
import { markPublished, pendingEvents } from './outbox.ts';
import { readRow, selectRows, storeRow } from './row.ts';
import { valuesTable, type Table } from './table.ts';
import { pageSql, whereSql } from './where.ts';

type CollectionDeclaration<State> = {
  table: Table;
  contract: Contract | undefined;
  validate: (state: State) => Promise<void>;
  file: FileHealth;
  cursors: Cursors;
};

export function sqliteCollection<State extends Identified>(
  db: DatabaseSync,
  { table, contract, validate, file, cursors }: CollectionDeclaration<State>,
): Collection<State> {
  const { name } = table;
  const load = (id: string) => file.read(() => loadRecord<State>(db, name, id));
  return {
    name,
    topic: contract?.topic,
    get: async (id) => (await load(id))?.state ?? null,
    getMany: (ids) => file.read(() => loadStates(db, name, ids)),
    find: (page) => file.read(() => findPage(db, page, { table, cursors })),
    count: (where) => file.read(() => countRows(db, table, where)),
    ...recordWriter<State>({
      name,
      contract,
      validate,
      load,
      writeMs: 5,
      store: (change) => file.write(() => storeRow(db, table, change)),
    }),
    sequenceOf: async (id) => (await load(id))?.revision ?? 0,
    pendingEvents: (limit) => file.read(() => pendingEvents(db, name, limit)),
    markPublished: (events) => file.write(() => markPublished(db, name, events)),
    clear: async () => {
      if (contract) throw new Error(`${name} holds aggregates: they are not cleared`);
      await file.write(() => deleteAll(db, table));
    },
  };
}

function loadRecord<State>(db: DatabaseSync, table: string, id: string): Stored<State> | null {
  const [row] = selectRows(db, `SELECT * FROM "${table}" WHERE id = ?`, id);
  return row ? readRow<State>(row) : null;
}

function loadStates<State>(db: DatabaseSync, table: string, ids: readonly string[]): (State | null)[] {
  const sql = `SELECT * FROM "${table}" WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = selectRows(db, sql, JSON.stringify(ids));
  const states = new Map(rows.map((row) => [row.id, readRow<State>(row).state]));
  return ids.map((id) => states.get(id) ?? null);
}

function findPage<State>(
  db: DatabaseSync,
  page: Page,
  { table, cursors }: { table: Table; cursors: Cursors },
): PageOf<State> {
  const { text, values } = pageSql(table, page, cursors.positionOf(page));
  const entries = selectRows(db, text, ...values).map(({ id, state, sorted }) => ({
    // Written by `storeRow` from a State.
    state: JSON.parse(state) as State,
    position: { value: sorted, id },
  }));
  return cutPage(page, entries, cursors);
}

function countRows(db: DatabaseSync, table: Table, where: Where): number {
  const { text, values } = whereSql(table, where);
  return Number(db.prepare(`SELECT count(*) AS number FROM "${table.name}" WHERE ${text}`).get(...values)?.number);
}

function deleteAll(db: DatabaseSync, { name, listPaths }: Table): void {
  db.exec(`DELETE FROM "${name}"`);
  for (const path of listPaths) db.exec(`DELETE FROM ${valuesTable(name, path)}`);
}
