import type { Body, Command } from './wire.ts';

/** One change that a command asks for. */
export type Update = { filter: Body; change: unknown; upsert: boolean };

export const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const bodies = (value: unknown): Body[] => (Array.isArray(value) ? value.filter(isBody) : []);

/** Returns every change that an `update` or a `findAndModify` asks for. */
export function updatesIn({ name, body }: Command): Update[] {
  if (name === 'findAndModify' && !body.remove)
    return [{ filter: isBody(body.query) ? body.query : {}, change: body.update, upsert: body.upsert === true }];
  if (name !== 'update') return [];
  return bodies(body.updates).map(({ q, u, upsert }) => ({
    filter: isBody(q) ? q : {},
    change: u,
    upsert: upsert === true,
  }));
}

/** Returns every key in a filter, however deep. */
export function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return isBody(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]) : [];
}

const NOT_IN_AN_UPSERT = new Set(['$expr', '$near', '$nearSphere', '$text', '$where']);

export function upsertFilter(command: Command): string | undefined {
  for (const { filter, upsert } of updatesIn(command)) {
    const refused = upsert ? keysIn(filter).find((key) => NOT_IN_AN_UPSERT.has(key)) : undefined;
    if (refused !== undefined) return `${refused} in the filter of an upsert`;
  }
  return undefined;
}

export function emptyUpdate(command: Command): string | undefined {
  return updatesIn(command)
    .map(({ change }) => emptyIn(change))
    .find((wrong) => wrong !== undefined);
}

function emptyIn(change: unknown): string | undefined {
  if (!isBody(change) || Object.keys(change).length === 0) return 'an update that says nothing';
  const operators = Object.keys(change).filter((key) => key.startsWith('$'));
  if (operators.length > 0 && operators.length < Object.keys(change).length) return 'an update that is half a document';
  for (const operator of operators) {
    const paths = change[operator];
    if (!isBody(paths) || Object.keys(paths).length === 0) return `an empty ${operator}`;
    for (const value of Object.values(paths))
      if (isBody(value) && Array.isArray(value.$each) && value.$each.length === 0)
        return `an empty $each in ${operator}`;
  }
  return undefined;
}

export function twiceUpdated(command: Command): string | undefined {
  for (const { change } of updatesIn(command)) {
    const paths = isBody(change) ? Object.values(change).filter(isBody).flatMap(Object.keys) : [];
    const isOperators = isBody(change) && Object.keys(change).every((key) => key.startsWith('$'));
    const twice = paths.find((path, at) => paths.some((other, there) => there !== at && within(path, other)));
    if (isOperators && twice !== undefined) return `${twice} is updated twice`;
  }
  return undefined;
}

function within(path: string, other: string): boolean {
  return path === other || path.startsWith(`${other}.`);
}
