import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service.ts';
import { insightsConsumer } from './consumers/all.ts';
import { insightsContext, type InsightsContext } from './context.ts';
import { resolvers } from './resolvers.ts';
import { insightViews } from './views/views.ts';

/** What the insights service is made of: views alone. */
export function insightsService(documents: Documents): Service<InsightsContext> {
  const views = insightViews(documents);
  return {
    graph: { schemaFile: new URL('./schema.graphql', import.meta.url), resolvers, context: () => insightsContext(views) },
    aggregates: [],
    consumer: insightsConsumer(views),
  };
}
