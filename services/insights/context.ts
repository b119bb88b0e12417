import type { ServiceRequest } from '#shared/graph/request.ts';
import type { FigureReleases } from './report/released-totals.ts';
import type { Generations } from './views/generation.ts';
import type { Views } from './views/views.ts';

export type InsightsContext = {
  releases: FigureReleases;
  /** The same views for the whole request, also while others take their place. */
  views: () => Promise<Views>;
  /** What several figures of a request need is worked out once. */
  once: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;
};
export type Context = ServiceRequest & InsightsContext;

export function insightsContext(
  { answering }: Pick<Generations, 'answering'>,
  releases: FigureReleases,
): InsightsContext {
  const results = new Map<string, Promise<unknown>>();
  const once = <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const result = results.get(key) ?? work();
    results.set(key, result);
    // A key names one kind of result.
    return result as Promise<Result>;
  };
  return { releases, views: () => once('views', answering), once };
}
