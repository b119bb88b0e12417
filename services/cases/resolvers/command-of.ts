import type { Context } from '../context.ts';

type OrNull<Value> = Value extends readonly (infer Item)[]
  ? OrNull<Item>[]
  : Value extends object
    ? { [Key in keyof Value]: object extends Pick<Value, Key> ? OrNull<Value[Key]> | null : OrNull<Value[Key]> }
    : Value;
/** The day on which a rule is asked; the service adds it. */
export type OfToday = { today: string };

/** A command as the graph sends it: without what the service adds, and perhaps null where something may be left out. */
export type Sent<Command, Added extends keyof Command = never> = OrNull<Omit<Command, 'today' | Added>>;

/** What a command takes: what was sent, without nulls, what the service adds, and the day. */
export function commandOf<Command extends OfToday, Added extends keyof Command = never>(
  input: Sent<Command, Added>,
  { today }: Context,
  added: Pick<Command, Added>,
): Command {
  // Together that is what `Sent` took apart; the schema has checked the input.
  return Object.assign({}, input, added, { today }) as unknown as Command;
}
