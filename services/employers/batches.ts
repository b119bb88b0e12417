import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';

const BATCH = 500;

/** All that meet the condition, however many, in the order of the ids and no more than a batch at a time. */
export async function* batches<State extends Identified>(collection: Pick<Collection<State>, 'find'>, where: Where): AsyncGenerator<State[]> {
  for (let after: string | undefined, more = true; more;) {
    const { edges, hasNextPage } = await collection.find({ where, first: BATCH, after });
    yield edges.map(({ node }) => node);
    after = edges.at(-1)?.cursor;
    more = hasNextPage && after !== undefined;
  }
}
