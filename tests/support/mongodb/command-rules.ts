import mongoose from 'mongoose';
import { bodies, isBody, updatesIn } from './update-rules.ts';
import type { Body, Command } from './wire.ts';

const { BSON } = mongoose.mongo;

/** Sent by the driver for itself, or only by those who tidy up after a test. */
const notOfTheAdapter = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'saslStart',
  'saslContinue',
  'endSessions',
  'killCursors',
  'dropDatabase',
]);
/**
 * A cursor's time is that of its `find`. An index takes as long as the collection is large, and nobody waits for it.
 */
const withoutLimit = new Set(['getMore', 'createIndexes', 'dropIndexes', ...notOfTheAdapter]);
const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'createIndexes', 'dropIndexes']);
const reads = new Set(['find', 'aggregate']);
const known = new Set([...writes, ...reads, 'getMore', 'listCollections', 'listIndexes', 'ping', ...notOfTheAdapter]);

/** The longest that any question may hold the store. */
const LONGEST_MS = 5000;
const LARGEST_DOCUMENT = 1024 * 1024;
const MOST_KEYS = 32;

export function unknownCommand({ name }: Command): string | undefined {
  return known.has(name) ? undefined : `${name} is none of the commands that the adapter is known to send`;
}

export function unlimited({ name, body }: Command): string | undefined {
  const limit = body.maxTimeMS;
  const limited = typeof limit === 'number' && limit > 0 && limit <= LONGEST_MS;
  return limited || withoutLimit.has(name) ? undefined : `${name} without a limit of time`;
}

export function weaklyWritten({ name, body }: Command): string | undefined {
  const concern = isBody(body.writeConcern) ? body.writeConcern : {};
  const durable = concern.w === 'majority' && (concern.j === true || concern.journal === true);
  return durable || !writes.has(name) ? undefined : `${name} with ${JSON.stringify(concern)}`;
}

export function weaklyRead({ name, body }: Command): string | undefined {
  const concern = isBody(body.readConcern) ? body.readConcern : {};
  return concern.level === 'majority' || !reads.has(name) ? undefined : `${name} with ${JSON.stringify(concern)}`;
}

/** On a connection to one server alone the driver says `primaryPreferred` for that server, whatever it is. */
export function readElsewhere({ name, body }: Command): string | undefined {
  const mode = isBody(body.$readPreference) ? body.$readPreference.mode : 'primary';
  return mode === 'primary' || mode === 'primaryPreferred' ? undefined : `${name} from ${String(mode)}`;
}

export function tooLarge(command: Command): string | undefined {
  const size = Math.max(0, ...documentsIn(command).map((document) => BSON.calculateObjectSize(document)));
  return size > LARGEST_DOCUMENT ? `${command.name} with a document of ${size} bytes` : undefined;
}

export function misnamedField(command: Command): string | undefined {
  const wrong = documentsIn(command)
    .flatMap(fieldsIn)
    .find((name) => name.startsWith('$') || name.includes('.'));
  return wrong === undefined ? undefined : `a stored field ${wrong}`;
}

/** Returns what a write would store, as far as it says. */
function documentsIn(command: Command): Body[] {
  const set = updatesIn(command).flatMap(({ change }) => (isBody(change) ? replacedBy(change) : []));
  return [...(command.name === 'insert' ? bodies(command.body.documents) : []), ...set];
}

function replacedBy(change: Body): Body[] {
  const isReplacement = !Object.keys(change).some((key) => key.startsWith('$'));
  const set = [change.$set, change.$setOnInsert].filter(isBody);
  return isReplacement ? [change] : set;
}

function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  // Dates and ids are values, not documents.
  if (!isBody(value) || Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsIn(inner)]);
}

/** A filter of a partial index may ask for these alone. */
const inPartialFilters = new Set(['$eq', '$exists', '$gt', '$gte', '$lt', '$lte', '$type', '$and', '$or', '$in']);

export function wrongIndex({ name, body }: Command): string | undefined {
  if (name !== 'createIndexes') return undefined;
  return bodies(body.indexes)
    .map((index) => wrongKey(index) ?? wrongFilter(index))
    .find((wrong) => wrong !== undefined);
}

function wrongKey({ key, name }: Body): string | undefined {
  const paths = isBody(key) ? Object.entries(key) : [];
  if (paths.length === 0 || paths.length > MOST_KEYS) return `index ${String(name)} over ${paths.length} fields`;
  const wrong = paths.find(
    ([path, direction]) => (direction !== 1 && direction !== -1) || /^\$|\.\$|^$|\.\.|\.$/.test(path),
  );
  return wrong === undefined ? undefined : `index ${String(name)}: ${wrong[0]}: ${String(wrong[1])}`;
}

function wrongFilter({ name, sparse, partialFilterExpression: filter }: Body): string | undefined {
  if (!isBody(filter)) return undefined;
  if (sparse === true) return `index ${String(name)} is sparse and partial`;
  const wrong = fieldsIn(filter).find((key) => key.startsWith('$') && !inPartialFilters.has(key));
  return wrong === undefined ? undefined : `index ${String(name)}: ${wrong} in a partial filter`;
}
