import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { insightsConsumer } from './consumers/insights-consumer.ts';
import { insightsContext, type InsightsContext } from './context.ts';
import { generations } from './views/generation.ts';
import { releasedFigures } from './report/released-totals.ts';
import { reportResolvers } from './resolvers/report.ts';
import { timelineResolvers } from './resolvers/timeline.ts';
import { formerNamesIn } from './upgrade/former-names.ts';
import { insightViews } from './views/views.ts';

/**
 * What the insights service is made of: views, in two sets of which one answers; and beside them what it has told
 * outside.
 */
export function insightsService(documents: Documents): Service<InsightsContext> {
  const settings = { views: insightViews(documents), clock: () => new Date() };
  const generation = generations(documents, settings);
  const { carryOver } = formerNamesIn(documents, settings);
  const releases = releasedFigures(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers: { ...reportResolvers, ...timelineResolvers },
      context: () => insightsContext(generation, releases),
    },
    aggregates: [],
    consumer: insightsConsumer(generation.listening),
    carryOver,
  };
}
