import { indexesOf } from '#shared/documents/mongodb/indexes.ts';
import { declaredSchemas } from '#tests/support/lists/asked-lists.ts';
import { explained } from '#tests/support/lists/explained.ts';
import { answered, asksForIds, type Answered } from './answered.ts';
import { listedFor, type Engine, type Listed } from './listed.ts';
import { inWords, pathOf, type Shape } from './shapes.ts';

/** A question in words, and how each engine answers it from the same declarations. */
export type Judged = { words: string; on: Record<Engine, Answered> };

/** Holds each question against what its service declares. */
export async function judged(shapes: Iterable<Shape>): Promise<Judged[]> {
  const schemas = await declaredSchemas();
  return [...shapes].flatMap((shape) => {
    const schema = schemas.get(shape.collection);
    // What no service declares is read by id alone, as it is.
    if (!schema || asksForIds(shape)) return [];
    const declared = indexesOf(schema).map(({ key, sparse }) => ({ paths: Object.keys(key).map(pathOf), sparse }));
    return [{ words: inWords(shape), on: { MongoDB: answered(shape, declared), SQLite: explained(shape, schema) } }];
  });
}

/** Returns the questions that no index answers on an engine and that nobody has listed. */
export function unlisted(all: readonly Judged[], engine: Engine): string[] {
  return all
    .filter(({ words, on }) => on[engine] !== 'by an index' && listedFor(engine, on[engine], words).length === 0)
    .map(({ words, on }) => `${words}: ${on[engine]}`)
    .sort();
}

/** Returns what is listed and not asked by any of them. */
export function listedInVain(all: readonly Judged[], listed: readonly Listed[]): string[] {
  return listed
    .filter(({ asks, on, how }) =>
      on.some((engine) => !all.some((each) => how.some((one) => one === each.on[engine]) && asks.test(each.words))),
    )
    .map(({ asks }) => asks.source);
}
