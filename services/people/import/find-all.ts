import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';

const PAGE = 500;

/** Every document that meets the conditions, in the order of the ids; no further than the page that reaches `enough`. */
export async function findAll<State extends Identified>(collection: Pick<Collection<State>, 'find'>, where: Where, enough = Infinity): Promise<State[]> {
  const all: State[] = [];
  for (let after: string | undefined, more = true; more;) {
    const { edges, hasNextPage } = await collection.find({ where, first: PAGE, after });
    all.push(...edges.map(({ node }) => node));
    after = edges.at(-1)?.cursor;
    more = hasNextPage && all.length < enough;
  }
  return all;
}
