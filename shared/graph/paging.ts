import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { PageOf, Sort, Where } from '#shared/documents/query.ts';
import { Refusal } from '#shared/refusal.ts';

/** A page in the graph: Relay's connection, read forwards. */
export type Connection<Node> = {
  edges: { cursor: string; node: Node }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};
export type PageArguments = { first: number; after?: string | null | undefined };
export type Listing<State> = {
  where?: Where;
  sort?: Sort;
  /** Returns false for an entry that the caller may not see; further entries take its place. */
  visible?: (node: State) => boolean | Promise<boolean>;
};

const MAX_PAGE = 100;
/** The pages that one request reads in search of entries the caller may see. */
const MAX_ROUNDS = 10;

/**
 * Returns a page of what the caller may see. Refuses with INVALID_INPUT outside `first: 1..100`, with INVALID_CURSOR a
 * foreign cursor.
 */
export async function connection<State extends Identified>(
  collection: Collection<State>,
  listing: Listing<State>,
  { first, after }: PageArguments,
): Promise<Connection<State>> {
  assertPage(first);
  const { edges, hasNextPage, endCursor } = await visiblePage(collection, listing, { first, after });
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: typeof after === 'string',
      startCursor: edges[0]?.cursor ?? null,
      endCursor,
    },
  };
}

/**
 * Returns a page of a list that is in memory anyway, where no two entries have the same cursor. Refuses as `connection`
 * does.
 */
export function pageInMemory<Node>(
  nodes: readonly Node[],
  cursorOf: (node: Node) => string,
  { first, after }: PageArguments,
): Connection<Node> {
  assertPage(first);
  const start = typeof after === 'string' ? nodes.findIndex((node) => cursorOf(node) === after) + 1 : 0;
  if (typeof after === 'string' && start === 0)
    throw new Refusal('INVALID_CURSOR', 'is no cursor of this list.', 'after');
  const edges = nodes.slice(start, start + first).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: start + first < nodes.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function assertPage(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE)
    throw new Refusal('INVALID_INPUT', `must be from 1 to ${MAX_PAGE}.`, 'first');
}

/** The edges that the caller may see, and how far the list was read for them. */
type Scan<State> = PageOf<State> & { endCursor: string | null };

async function visiblePage<State extends Identified>(
  collection: Collection<State>,
  { where, sort, visible }: Listing<State>,
  { first, after }: PageArguments,
): Promise<Scan<State>> {
  const edges: PageOf<State>['edges'] = [];
  let last: PageOf<State>['edges'][number] | undefined;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const page = await collection.find({
      ...(where && { where }),
      ...(sort && { sort }),
      first: visible ? MAX_PAGE : first,
      after: last?.cursor ?? after,
    });
    for (const edge of page.edges) {
      last = edge;
      if (visible && !(await visible(edge.node))) continue;
      // A next page is one with something on it for the caller: that somebody hidden meets the filter as well is not
      // told.
      if (edges.length === first) return { edges, endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: true };
      edges.push(edge);
    }
    // A page ends with its own last entry, though others that the caller does not see were read behind it.
    if (!visible || !page.hasNextPage)
      return { edges, endCursor: edges.at(-1)?.cursor ?? null, hasNextPage: page.hasNextPage };
  }
  return { edges, endCursor: last?.cursor ?? null, hasNextPage: true };
}
