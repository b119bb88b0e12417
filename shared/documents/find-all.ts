import type { Collection, Identified } from './documents.ts';
import type { Sort, Where } from './query.ts';

const BATCH = 500;

type Findable<State extends Identified> = Pick<Collection<State>, 'find'>;

/**
 * Reads all documents that meet the conditions, however many, batch by batch, in the order of the ids or in another. No
 * more than one batch is in memory at a time.
 */
export async function* documentBatches<State extends Identified>(
  collection: Findable<State>,
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

/** Reads all documents that meet the conditions, one after the other. */
export async function* eachDocument<State extends Identified>(
  collection: Findable<State>,
  where: Where = {},
  sort?: Sort,
): AsyncGenerator<State> {
  for await (const batch of documentBatches(collection, where, sort)) yield* batch;
}

/** Returns all documents that meet the conditions, where they are few; stops after the batch that reaches `enough`. */
export async function findAll<State extends Identified>(
  collection: Findable<State>,
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
