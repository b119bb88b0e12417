import { DatabaseSync } from 'node:sqlite';
import type { Schema } from 'mongoose';
import type { Page } from '#shared/documents/query.ts';
import { createTable, type Table } from '#shared/documents/sqlite/table.ts';
import { whereSql, pageSql, type Sql } from '#shared/documents/sqlite/where.ts';
import type { Answered } from '../mongodb/answered.ts';
import type { Shape } from '../mongodb/shapes.ts';

/** Says how SQLite answers a question on tables made from the same declarations, the first page and the next. */
export function explained(shape: Shape, schema: Schema<never>): Answered {
  const db = new DatabaseSync(':memory:');
  try {
    const table = createTable(db, 'asked', schema);
    const plans = questionsOf(shape, table).map(({ text, values }) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all(...values)
        .map(({ detail }) => String(detail)),
    );
    const steps = plans.flat();
    if (steps.some((step) => step.includes('TEMP B-TREE'))) return 'sorted in memory';
    const walked = Object.keys(shape.where).length === 0 && shape.limited;
    return steps.some((step) => /^SCAN asked(?! USING INDEX asked pending)/.test(step)) && !walked
      ? 'scanned'
      : 'by an index';
  } finally {
    db.close();
  }
}

function questionsOf({ where, sort, limited }: Shape, table: Table): Sql[] {
  // The adapter's own index, and its own question: which documents have something to say.
  if ('outbox.id' in where) return [{ text: `SELECT outbox FROM "asked" WHERE outbox <> '[]'`, values: [] }];
  const [by = 'id'] = sort;
  const page: Page = { where, first: 100, ...(by !== 'id' && { sort: { by, direction: 'asc' } }) };
  if (sort.length > 0) return [pageSql(table, page, null), pageSql(table, page, { value: 'x', id: 'x' })];
  const { text, values } = whereSql(table, where);
  return [{ text: `SELECT ${limited ? 'id' : 'count(*)'} FROM "asked" WHERE ${text}`, values }];
}
