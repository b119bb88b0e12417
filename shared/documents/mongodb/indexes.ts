import mongoose, { type Schema } from 'mongoose';
import type { IndexChange } from '#shared/documents/documents.ts';
import { LIMIT } from './collection.ts';
import type { MongoRecord } from './record.ts';
import { reachedAtFirst } from './reach.ts';
import { field } from './where.ts';

export type Index = { name: string; key: Record<string, 1>; unique: boolean; sparse: boolean };
type Records = mongoose.mongo.Collection<MongoRecord>;

const NAMESPACE_NOT_FOUND = 26;
const INDEX_NOT_FOUND = 27;

/** Returns the declared indexes on the state, and the relay's own: which documents have something to say. */
export function indexesOf(schema: Schema<never>): Index[] {
  const declared = schema.indexes().map(([fields, options]): Index => {
    const [unique, sparse] = [options.unique === true, options.sparse === true];
    // Every list ends with the id, so that ties are in order. On a unique value there are none; a sparse index would
    // hold everything.
    const paths = [...Object.keys(fields), ...(unique || sparse ? [] : ['id'])];
    const key = Object.fromEntries(paths.map((path) => [field(path), 1 as const]));
    return { name: nameOf(key), key, unique, sparse };
  });
  return [...declared, { name: 'outbox', key: { 'outbox.id': 1 }, unique: false, sparse: true }];
}

/** Our own names: an index that is called otherwise was made by somebody else. */
function nameOf(key: object): string {
  return Object.keys(key)
    .map((path) => path.replace(/^state\./, ''))
    .join(' ');
}

/** Returns the names of those that are not there, by what an index does: one that is not unique guarantees nothing. */
export async function missingOf(records: Records, indexes: readonly Index[]): Promise<string[]> {
  const known = new Map((await indexesIn(records)).map((index) => [index.name, meaningOf(index)]));
  return indexes.filter((index) => known.get(index.name) !== meaningOf(index)).map(({ name }) => name);
}

/**
 * Makes what is declared and not there, then removes what only a former version declared: at no moment is a query
 * without its index. What others have made stays.
 */
export async function putInOrder(
  records: Records,
  declared: readonly Index[],
  undeclared: 'remove' | 'keep',
): Promise<IndexChange[]> {
  const missing = await missingOf(records, declared);
  const changes: IndexChange[] = [];
  const timed = async (did: IndexChange['did'], name: string, work: Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await reachedAtFirst(work);
    changes.push({ collection: records.collectionName, index: name, did, ms: performance.now() - began });
  };
  for (const { key, name, unique, sparse } of declared.filter((index) => missing.includes(index.name)))
    await timed('added', name, records.createIndex(key, { name, unique, sparse }, {}));
  if (undeclared === 'keep') return changes;
  const names = new Set(declared.map(({ name }) => name));
  for (const { name, key } of await indexesIn(records))
    if (isOurs(name, key) && !names.has(name)) await timed('removed', name, remove(records, name));
  return changes;
}

function isOurs(name: string, key: object = {}): boolean {
  return Object.keys(key).some((path) => path.startsWith('state.')) && name === nameOf(key);
}

/** Another run may have been faster. */
async function remove(records: Records, name: string): Promise<void> {
  try {
    await records.dropIndex(name);
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError && error.code === INDEX_NOT_FOUND)) throw error;
  }
}

async function indexesIn(records: Records): Promise<(Partial<Index> & { name: string })[]> {
  // The driver answers them as any.
  return (await reachedAtFirst(records.listIndexes(LIMIT).toArray().catch(noneOf))) as (Partial<Index> & {
    name: string;
  })[];
}

function meaningOf({ key, unique = false, sparse = false }: Partial<Index>): string {
  return JSON.stringify({ key, unique, sparse });
}

/** A collection that is not there has no indexes; any other failure says nothing about them. */
function noneOf(error: unknown): never[] {
  if (error instanceof mongoose.mongo.MongoServerError && error.code === NAMESPACE_NOT_FOUND) return [];
  throw error;
}
