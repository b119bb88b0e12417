import type { Resolvers } from '#shared/graph/subgraph.ts';
import type { Context } from './context.ts';
import { reportResolvers } from './resolvers/report.ts';
import { timelineResolvers } from './resolvers/timeline.ts';

export const resolvers: Resolvers<Context> = { ...reportResolvers, ...timelineResolvers };
