import { pageInMemory, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { orderOf, type AgendaEntry } from './agenda.ts';

const OF_AN_AGENDA = /^\d{4}-\d{2}-\d{2} /;

/** A page of an agenda. A cursor stays valid after its own entry has been done. Refused with INVALID_INPUT or INVALID_CURSOR. */
export function agendaPage(entries: readonly AgendaEntry[], { first, after }: PageArguments): Connection<AgendaEntry> {
  const from = typeof after === 'string' ? placeOf(after) : undefined;
  const behind = from === undefined ? entries : entries.filter((entry) => orderOf(entry).localeCompare(from) > 0);
  const { edges, pageInfo } = pageInMemory(behind, cursorOf, { first });
  return { edges, pageInfo: { ...pageInfo, hasPreviousPage: from !== undefined } };
}

const cursorOf = (entry: AgendaEntry): string => Buffer.from(orderOf(entry)).toString('base64url');

function placeOf(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!OF_AN_AGENDA.test(place)) throw new Refusal('INVALID_CURSOR', 'after: is no cursor of this list.');
  return place;
}
