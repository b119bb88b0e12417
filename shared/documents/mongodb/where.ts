import type { Schema } from 'mongoose';
import type { CursorPosition } from '#shared/documents/cursor.ts';
import type { WhereCondition, Page, Where } from '#shared/documents/query.ts';
import { leadsThroughList } from '#shared/documents/shape.ts';

/** A filter as the driver takes it; built here from typed conditions only, never from a request's own objects. */
export type Filter = Record<string, unknown>;

/** Returns the path in the stored record of a path of the state. */
export function storedPath(path: string): string {
  return path === 'id' ? '_id' : `state.${path}`;
}

/** Returns the filter for the documents that meet all conditions. */
export function filterOf(schema: Schema<never>, where: Where): Filter {
  const conditions = Object.entries(where).map(([path, condition]) => conditionOnPath(schema, path, condition));
  return conditions.length === 0 ? {} : { $and: conditions };
}

/** Returns the filter for the documents behind the position, or for all from the start. */
export function pageFilter(schema: Schema<never>, page: Page, position: CursorPosition | null): Filter {
  const where = filterOf(schema, page.where ?? {});
  if (!position) return where;
  const by = page.sort ? storedPath(page.sort.by) : '_id';
  return { $and: [where, behind(position, by, page.sort?.direction === 'desc')] };
}

export function sortOf({ sort }: Page): Record<string, 1 | -1> {
  if (!sort) return { _id: 1 };
  const direction = sort.direction === 'desc' ? -1 : 1;
  return { [storedPath(sort.by)]: direction, _id: direction };
}

/** Returns the filter for the documents behind a position; those without the value sort first. */
function behind({ value, id }: CursorPosition, by: string, descending: boolean): Filter {
  const beyond = descending ? '$lt' : '$gt';
  if (by === '_id') return { _id: { [beyond]: id } };
  const tie = { [by]: value, _id: { [beyond]: id } };
  if (value === null) return descending ? tie : { $or: [tie, { [by]: { $ne: null } }] };
  if (descending) return { $or: [{ [by]: { [beyond]: value } }, tie, { [by]: null }] };
  // The bound stands twice, so that an index is entered at the position rather than read up to it.
  return { [by]: { $gte: value }, $or: [{ [by]: { [beyond]: value } }, tie] };
}

/** Returns the filter for a condition on a path; on a list, one element has to meet the whole condition. */
function conditionOnPath(schema: Schema<never>, path: string, condition: WhereCondition): Filter {
  const operators = operatorsOf(condition);
  if (!leadsThroughList(schema, path) || Object.keys(operators).length < 2) return { [storedPath(path)]: operators };
  const list =
    path
      .split('.')
      .map((_, depth, parts) => parts.slice(0, depth + 1).join('.'))
      .find((prefix) => leadsThroughList(schema, prefix)) ?? path;
  const inner = path.slice(list.length + 1);
  return { [storedPath(list)]: { $elemMatch: inner === '' ? operators : { [inner]: operators } } };
}

function operatorsOf(condition: WhereCondition): Filter {
  if (condition === null || typeof condition !== 'object') return { $eq: condition };
  if ('in' in condition) return { $in: condition.in };
  if ('prefix' in condition) return { $gte: condition.prefix, $lt: `${condition.prefix}\u{10FFFF}` };
  const { from, to, after, before } = condition;
  return {
    ...(from !== undefined && { $gte: from }),
    ...(to !== undefined && { $lte: to }),
    ...(after !== undefined && { $gt: after }),
    ...(before !== undefined && { $lt: before }),
  };
}
