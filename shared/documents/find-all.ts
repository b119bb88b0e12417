import type { Collection, Identified } from './documents.ts';
import type { Sort, Where } from './query.ts';

const BATCH = 500;

type Finds<State extends Identified> = Pick<Collection<State>, 'find'>;

/**
 * All that meet the conditions, however many, in the order of the ids or in another: no more than a batch of them is
 * held at a time.
 */
export async function* documentBatches<State extends Identified>(
  collection: Finds<State>,
  where: Where = {},
  sort?: Sort,
): AsyncGenerator<State[]> {
  for (let after: string | undefined, more = true; more;) {
    const { edges, hasNextPage } = await collection.find({ where, ...(sort && { sort }), first: BATCH, after });
    yield edges.map(({ node }) => node);
    after = edges.at(-1)?.cursor;
    more = hasNextPage;
  }
}

/** Reads the same, one document after the other. */
export async function* eachDocument<State extends Identified>(
  collection: Finds<State>,
  where: Where = {},
  sort?: Sort,
): AsyncGenerator<State> {
  for await (const batch of documentBatches(collection, where, sort)) yield* batch;
}

/** Returns all of them together, where they are few; reads no further than the batch that reaches `enough`. */
export async function findAll<State extends Identified>(
  collection: Finds<State>,
  where: Where,
  enough = Infinity,
): Promise<State[]> {
  const all: State[] = [];
  for await (const batch of documentBatches(collection, where)) {
    all.push(...batch);
    if (all.length >= enough) break;
  }
  return all;
}
