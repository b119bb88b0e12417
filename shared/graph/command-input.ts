import { isUnreadable, visibleText } from '#shared/codes/plain-text.ts';

/** An input as rules take it: what a caller left out or sent as null is absent. */
export type WithoutNulls<Input> = Input extends readonly (infer Item)[]
  ? WithoutNulls<Item>[]
  : Input extends object
    ? { [Key in keyof Input as null extends Input[Key] ? never : Key]: WithoutNulls<Input[Key]> } & {
        [Key in keyof Input as null extends Input[Key] ? Key : never]?: WithoutNulls<NonNullable<Input[Key]>>;
      }
    : Input;

/**
 * Returns the input as plain objects without nulls; inputs of the graph have no prototype and may carry null anywhere.
 * Texts come without what no eye sees, so that what is stored and what is looked for are the same.
 */
export function stripNulls<Input>(input: Input): WithoutNulls<Input> {
  // Follows the shape of the type above.
  return withoutNulls(input) as WithoutNulls<Input>;
}

/** Returns the input without its idempotency key and without nulls, but for fields that a null removes. */
export function commandInput(
  input: Record<string, unknown>,
  removedByNull: readonly string[],
): Record<string, unknown> {
  const { idempotencyKey: _key, ...command } = input;
  const removed = removedByNull.filter((field) => command[field] === null);
  return { ...stripNulls(command), ...Object.fromEntries(removed.map((field) => [field, null])) };
}

/** Returns the path of the first text of an input that cannot be stored; undefined where all can. */
export function unreadableText(input: object): string | undefined {
  for (const [key, value] of Object.entries<unknown>({ ...input })) {
    if (typeof value === 'string' && isUnreadable(value)) return key;
    const within = typeof value === 'object' && value !== null ? unreadableText(value) : undefined;
    if (within !== undefined) return `${key}.${within}`;
  }
  return undefined;
}

function withoutNulls(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null && entry !== undefined)
      .map(([key, entry]) => [key, withoutNulls(entry)]),
  );
}
