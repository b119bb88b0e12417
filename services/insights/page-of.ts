import type { Identified } from '#shared/documents/documents.ts';
import type { Connection, PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';

/** A page of what is in memory anyway; the cursor is the id of the entry. */
export function pageOf<Node extends Identified>(nodes: readonly Node[], { first, after }: PageArguments): Connection<Node> {
  if (!Number.isInteger(first) || first < 1 || first > 100) throw new Refusal('INVALID_INPUT', 'first: must be from 1 to 100.');
  const start = typeof after === 'string' ? nodes.findIndex(({ id }) => cursorOf(id) === after) + 1 : 0;
  if (typeof after === 'string' && start === 0) throw new Refusal('INVALID_CURSOR', 'after: this cursor does not belong to this list.');
  const edges = nodes.slice(start, start + first).map((node) => ({ cursor: cursorOf(node.id), node }));
  return {
    edges,
    pageInfo: { hasNextPage: start + first < nodes.length, hasPreviousPage: start > 0, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

const cursorOf = (id: string): string => Buffer.from(id).toString('base64url');
