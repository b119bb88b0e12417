import DataLoader from 'dataloader';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Page } from '#shared/documents/query.ts';
import type { ServiceRequest } from '#shared/request.ts';
import type { KnownCase } from './views/known.ts';
import type { Views } from './views/views.ts';

export type InsightsContext = Views & { load: { casesOfProject: DataLoader<string, KnownCase[]> } };
export type Context = ServiceRequest & InsightsContext;

export function insightsContext(views: Views): InsightsContext {
  return {
    ...views,
    load: { casesOfProject: new DataLoader((ids) => Promise.all(ids.map((projectId) => all(views.cases, { where: { projectId } })))) },
  };
}

const BATCH = 500;

/** Every document of a query, page by page. */
export async function all<State extends Identified>(collection: Collection<State>, query: Omit<Page, 'first' | 'after'>): Promise<State[]> {
  const found: State[] = [];
  let after: string | undefined;
  for (;;) {
    const { edges, hasNextPage } = await collection.find({ ...query, first: BATCH, after });
    found.push(...edges.map(({ node }) => node));
    after = edges.at(-1)?.cursor;
    if (!hasNextPage || after === undefined) return found;
  }
}
