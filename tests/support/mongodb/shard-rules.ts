import { bodies, isBody, updatesIn } from './update-rules.ts';
import type { Body, Command } from './wire.ts';

/** What is unsharded for its unique values is on one shard: see infra/README.md, Sizes. */
const unsharded = new Set(['persons', 'benefit-units', 'cases', 'employers', 'placements']);

/** Questions that a cluster sharded by `_id` sends to all shards: by which paths they ask, and why that is right. */
const asked: readonly { paths: RegExp; why: string }[] = [
  { paths: /^outbox\.id$/, why: 'the relay: a sparse index on each shard tells which documents have something to say' },
  { paths: /^state\.|^_id$/, why: 'a list or a look-up: an index on each shard, a page from each, merged in order' },
  {
    paths: /^$/,
    why: 'a view is emptied, or a collection read from its start: a batch from each shard, by its index of ids',
  },
];

export function everyShard(command: Command): string | undefined {
  const { name, body } = command;
  if (name === 'update' || name === 'findAndModify')
    return updatesIn(command).every(({ filter }) => namesIds(filter)) ? undefined : `${name} without an _id`;
  if (name === 'delete')
    return bodies(body.deletes).every(({ q }) => namesIds(q)) ? undefined : 'delete without an _id';
  const filter = filterOf(command);
  if (filter === undefined || namesIds(filter) || unsharded.has(String(body[name]))) return undefined;
  const paths = pathsIn(filter);
  const listed = asked.some((each) => (paths.length === 0 ? [''] : paths).every((path) => each.paths.test(path)));
  return listed ? undefined : `${name} of ${String(body[name])} by ${paths.join(', ')}`;
}

/** Returns what a read asks for; undefined for any other command. */
export function filterOf({ name, body }: Command): Body | undefined {
  if (name === 'find') return isBody(body.filter) ? body.filter : {};
  if (name !== 'aggregate') return undefined;
  const match = bodies(body.pipeline)[0]?.$match;
  return isBody(match) ? match : {};
}

/** True where the ids are named: the router knows which shards have them. */
function namesIds(filter: unknown): boolean {
  if (!isBody(filter) || !('_id' in filter)) return false;
  const id = filter._id;
  return !isBody(id) || Array.isArray(id.$in) || '$eq' in id;
}

/** Returns the paths that a filter asks about, without its operators. */
export function pathsIn(filter: unknown): string[] {
  if (Array.isArray(filter)) return [...new Set(filter.flatMap(pathsIn))];
  if (!isBody(filter)) return [];
  return [...new Set(Object.entries(filter).flatMap(([key, inner]) => (key.startsWith('$') ? pathsIn(inner) : [key])))];
}
