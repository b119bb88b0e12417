import type { Schema } from 'mongoose';
import type { CursorPosition } from '#shared/documents/cursor.ts';
import type { Condition, Page, Where } from '#shared/documents/query.ts';
import { leadsThroughList } from '#shared/documents/shape.ts';

/** A filter as the driver takes it; built here from typed conditions only, never from a request's own objects. */
export type Filter = Record<string, unknown>;

/** Where a path of the state lies in the stored record. */
export function field(path: string): string {
  return path === 'id' ? '_id' : `state.${path}`;
}

export function matching(schema: Schema<never>, where: Where): Filter {
  const conditions = Object.entries(where).map(([path, condition]) => onPath(schema, path, condition));
  return conditions.length === 0 ? {} : { $and: conditions };
}

/** What lies behind the place, or all from the start. */
export function pageFilter(schema: Schema<never>, page: Page, place: CursorPosition | null): Filter {
  const where = matching(schema, page.where ?? {});
  if (!place) return where;
  return { $and: [where, behind(place, page.sort ? field(page.sort.by) : '_id', page.sort?.direction === 'desc')] };
}

export function sortOf({ sort }: Page): Record<string, 1 | -1> {
  if (!sort) return { _id: 1 };
  const direction = sort.direction === 'desc' ? -1 : 1;
  return { [field(sort.by)]: direction, _id: direction };
}

/** Documents without the value sort first. */
function behind({ value, id }: CursorPosition, by: string, descending: boolean): Filter {
  const beyond = descending ? '$lt' : '$gt';
  if (by === '_id') return { _id: { [beyond]: id } };
  const tie = { [by]: value, _id: { [beyond]: id } };
  if (value === null) return descending ? tie : { $or: [tie, { [by]: { $ne: null } }] };
  if (descending) return { $or: [{ [by]: { [beyond]: value } }, tie, { [by]: null }] };
  // Said twice, so that an index is entered at the place rather than read up to it.
  return { [by]: { $gte: value }, $or: [{ [by]: { [beyond]: value } }, tie] };
}

/** On a list, one element has to meet the whole condition. */
function onPath(schema: Schema<never>, path: string, condition: Condition): Filter {
  const operators = operatorsOf(condition);
  if (!leadsThroughList(schema, path) || Object.keys(operators).length < 2) return { [field(path)]: operators };
  const list =
    path
      .split('.')
      .map((_, depth, parts) => parts.slice(0, depth + 1).join('.'))
      .find((prefix) => leadsThroughList(schema, prefix)) ?? path;
  const inner = path.slice(list.length + 1);
  return { [field(list)]: { $elemMatch: inner === '' ? operators : { [inner]: operators } } };
}

function operatorsOf(condition: Condition): Filter {
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
