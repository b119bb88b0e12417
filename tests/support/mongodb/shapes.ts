import type { WhereCondition, Where } from '#shared/documents/query.ts';
import { filterOf } from './shard-rules.ts';
import { bodies, isBody } from './update-rules.ts';
import type { Command } from './wire.ts';

/** What a question asks a collection, whatever the values: conditions, order, and whether it ends at a limit. */
export type Shape = { collection: string; where: Where; sort: readonly string[]; limited: boolean };

const OF_A_HOUSE = /kurze-wege-(\w+)$/;

/** Returns what a read of a house asks, as `service.collection`; undefined for any other command. */
export function shapeOf(command: Command): Shape | undefined {
  const service = OF_A_HOUSE.exec(command.database)?.[1];
  const filter = filterOf(command);
  if (service === undefined || filter === undefined) return undefined;
  const { body, name } = command;
  return {
    collection: `${service}.${String(body[name])}`,
    where: Object.fromEntries(conditionsIn(filter)),
    sort: isBody(body.sort) ? Object.keys(body.sort).map(pathOf) : [],
    limited: body.limit !== undefined || bodies(body.pipeline).some((stage) => '$limit' in stage),
  };
}

/** Returns the path into a state that a field of a stored record stands for. */
export const pathOf = (field: string): string => (field === '_id' ? 'id' : field.replace(/^state\./, ''));

/** The place behind which a page begins is no condition of its own: `$or` is said of the order alone. */
function conditionsIn(filter: object): [string, WhereCondition][] {
  return Object.entries(filter).flatMap(([field, asked]: [string, unknown]): [string, WhereCondition][] => {
    if (field === '$and') return bodies(asked).flatMap(conditionsIn);
    if (field.startsWith('$')) return [];
    const inner = isBody(asked) && isBody(asked.$elemMatch) ? asked.$elemMatch : undefined;
    if (inner === undefined || Object.keys(inner).some((key) => key.startsWith('$')))
      return [[pathOf(field), conditionOf(inner ?? asked)]];
    return conditionsIn(inner).map(([path, condition]) => [`${pathOf(field)}.${path}`, condition]);
  });
}

function conditionOf(asked: unknown): WhereCondition {
  if (!isBody(asked)) return asked === null ? null : '';
  if ('$eq' in asked) return asked.$eq === null ? null : '';
  return Array.isArray(asked.$in) ? { in: asked.$in.map(String) } : { from: '' };
}

/** Returns the shape in words, the same for all questions that differ in values alone. */
export function inWords({ collection, where, sort, limited }: Shape): string {
  const conditions = Object.entries(where).map(([path, condition]) => `${path} ${kindOf(condition)}`);
  return (
    `${collection}: ` +
    [...conditions.sort(), `order ${sort.join(' ') || 'none'}`, ...(limited ? [] : ['all'])].join(', ')
  );
}

function kindOf(condition: WhereCondition): string {
  if (condition === null) return 'absent';
  if (typeof condition !== 'object') return '=';
  if (!('in' in condition)) return '…';
  const { size } = new Set(condition.in);
  return size <= 1 ? '=' : size <= 200 ? 'in' : 'in more than 200';
}
