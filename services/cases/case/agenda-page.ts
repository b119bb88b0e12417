import { pageOf, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { CaseRefusal } from '../refusal.ts';
import { orderOf, type AgendaEntry } from './agenda.ts';

const AGENDA_ORDER = /^\d{4}-\d{2}-\d{2} /;

/**
 * Returns a page of an agenda. A cursor stays valid after its own entry has been done.
 * Refused with INVALID_INPUT or INVALID_CURSOR.
 */
export function agendaPage(entries: readonly AgendaEntry[], { first, after }: PageArguments): Connection<AgendaEntry> {
  const start = typeof after === 'string' ? orderIn(after) : undefined;
  const behind = start === undefined ? entries : entries.filter((entry) => orderOf(entry).localeCompare(start) > 0);
  const { edges, pageInfo } = pageOf(behind, cursorOf, { first });
  return { edges, pageInfo: { ...pageInfo, hasPreviousPage: start !== undefined } };
}

const cursorOf = (entry: AgendaEntry): string => Buffer.from(orderOf(entry)).toString('base64url');

function orderIn(cursor: string): string {
  const order = Buffer.from(cursor, 'base64url').toString();
  if (!AGENDA_ORDER.test(order)) throw new CaseRefusal('INVALID_CURSOR', 'is no cursor of this list.', 'after');
  return order;
}
