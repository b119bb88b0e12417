import mongoose, { type Schema } from 'mongoose';
import type { IndexChange } from '#shared/documents/documents.ts';
import { QUERY_LIMIT } from './limits.ts';
import type { MongoRecord } from './record.ts';
import { awaitMongodbAtStart } from './errors.ts';
import { storedPath } from './where.ts';

export type Index = { name: string; key: Record<string, 1>; unique: boolean; sparse: boolean };
type Records = mongoose.mongo.Collection<MongoRecord>;

const NAMESPACE_NOT_FOUND = 26;
const INDEX_NOT_FOUND = 27;

/** Returns the declared indexes on the state, and the relay's own: on the documents whose outbox holds events. */
export function indexesOf(schema: Schema<never>): Index[] {
  const declared = schema.indexes().map(([fields, options]): Index => {
    const [unique, sparse] = [options.unique === true, options.sparse === true];
    // Every list ends with the id, so that ties are in order. On a unique value there are none; a sparse index would
    // hold everything.
    const paths = [...Object.keys(fields), ...(unique || sparse ? [] : ['id'])];
    const key = Object.fromEntries(paths.map((path) => [storedPath(path), 1 as const]));
    return { name: nameOf(key), key, unique, sparse };
  });
  return [...declared, { name: 'outbox', key: { 'outbox.id': 1 }, unique: false, sparse: true }];
}

/** Returns the name that we give an index: one of another name was made by somebody else. */
function nameOf(key: object): string {
  return Object.keys(key)
    .map((path) => path.replace(/^state\./, ''))
    .join(' ');
}

/** Returns the names of missing indexes. An index counts by what it does: one that is not unique guarantees nothing. */
export async function missingIndexes(records: Records, indexes: readonly Index[]): Promise<string[]> {
  const present = new Map((await indexesIn(records)).map((index) => [index.name, effectOf(index)]));
  return indexes.filter((index) => present.get(index.name) !== effectOf(index)).map(({ name }) => name);
}

/**
 * Adds the declared indexes that are missing, then removes those that only a former version declared: at no moment is a
 * query without its index. Indexes that others have made stay.
 */
export async function updateIndexes(
  records: Records,
  declared: readonly Index[],
  undeclared: 'remove' | 'keep',
): Promise<IndexChange[]> {
  const missing = await missingIndexes(records, declared);
  const changes: IndexChange[] = [];
  const timeChange = async (did: IndexChange['did'], name: string, work: Promise<unknown>): Promise<void> => {
    const began = performance.now();
    await awaitMongodbAtStart(work);
    changes.push({ collection: records.collectionName, index: name, did, ms: performance.now() - began });
  };
  for (const { key, name, unique, sparse } of declared.filter((index) => missing.includes(index.name)))
    await timeChange('added', name, records.createIndex(key, { name, unique, sparse }, {}));
  if (undeclared === 'keep') return changes;
  const names = new Set(declared.map(({ name }) => name));
  for (const { name, key } of await indexesIn(records))
    if (isOurs(name, key) && !names.has(name)) await timeChange('removed', name, dropIndex(records, name));
  return changes;
}

function isOurs(name: string, key: object = {}): boolean {
  return Object.keys(key).some((path) => path.startsWith('state.')) && name === nameOf(key);
}

/** Removes an index; another run may have been faster. */
async function dropIndex(records: Records, name: string): Promise<void> {
  try {
    await records.dropIndex(name);
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError && error.code === INDEX_NOT_FOUND)) throw error;
  }
}

async function indexesIn(records: Records): Promise<(Partial<Index> & { name: string })[]> {
  // The driver answers them as any.
  return (await awaitMongodbAtStart(
    records.listIndexes(QUERY_LIMIT).toArray().catch(answerNoIndexes),
  )) as (Partial<Index> & {
    name: string;
  })[];
}

function effectOf({ key, unique = false, sparse = false }: Partial<Index>): string {
  return JSON.stringify({ key, unique, sparse });
}

/** Returns no indexes for a collection that is not there; throws any other failure, which says nothing about them. */
function answerNoIndexes(error: unknown): never[] {
  if (error instanceof mongoose.mongo.MongoServerError && error.code === NAMESPACE_NOT_FOUND) return [];
  throw error;
}
