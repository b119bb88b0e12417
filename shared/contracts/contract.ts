import { z } from 'zod';

/** Describes one event: its coded facts, and which of them is its day; an event without a day is about a file. */
export type EventRule<Shape extends z.ZodRawShape = z.ZodRawShape> = { day?: string; data: z.ZodObject<Shape> };

/**
 * A name that an event had before version 1.0. Events of that time lie on logs for good and are read under their
 * present name. `marker` is a field of the former event alone, where its former name has another meaning today.
 */
export type FormerName = { former: string; present: string; marker?: string };

/** Describes what a service says about its aggregates: one topic, one rule per event name. Contracts only grow. */
export type Contract = { topic: string; events: Record<string, EventRule>; formerNames?: readonly FormerName[] };

/** Describes an event that is about a day. */
export function event<Shape extends z.ZodRawShape>(day: keyof Shape & `${string}On`, shape: Shape): EventRule<Shape> {
  return { day, data: z.object(shape) };
}

/** Describes an event that is about no day. */
export function undated<Shape extends z.ZodRawShape>(shape: Shape): EventRule<Shape> {
  return { data: z.object(shape) };
}

/** The names of a contract's events. */
export type EventName<C extends Contract> = keyof C['events'] & string;

/** The events a contract allows, as a command returns them: a name and its coded facts. */
export type EventOf<C extends Contract> = {
  [Name in EventName<C>]: { type: Name; data: z.input<C['events'][Name]['data']> };
}[EventName<C>];

/** An event on its way: CloudEvents 1.0 attributes, and the data its contract describes. */
export const messageSchema = z.object({
  /** `<aggregate id>.<sequence>`: the same event has the same id however often it is sent. */
  id: z.string().min(1),
  type: z.string().min(1),
  /** `/people`, `/cases`, `/measures`, `/employers`: the service that owns the aggregate. */
  source: z.string().min(1),
  /** The aggregate's id, pseudonymous. */
  subject: z.string().min(1),
  /** 1, 2, 3, … for each aggregate, without a gap. */
  sequence: z.number().int().positive(),
  /** When it was committed, UTC. */
  time: z.iso.datetime(),
  /** The request at the gateway that caused it. */
  requestid: z.string().min(1),
  data: z.record(z.string(), z.unknown()),
});
export type Message = z.infer<typeof messageSchema>;

/** A message whose data its contract has accepted. */
export type Received<C extends Contract, Name extends EventName<C> = EventName<C>> = Omit<Message, 'type' | 'data'> & {
  type: Name;
  data: z.output<C['events'][Name]['data']>;
};

/** Returns the event under its present name. */
export function underPresentName<Event extends { type: string; data: object }>(
  contract: Contract,
  event: Event,
): Event {
  const renamed = contract.formerNames?.find(
    ({ former, marker }) => former === event.type && (marker === undefined || marker in event.data),
  );
  return renamed ? { ...event, type: renamed.present } : event;
}

/** Checks an event of a command before it is stored: an unknown name or field is a bug of ours. */
export function assertInContract(contract: Contract, event: { type: string; data: object }): void {
  const rule = contract.events[event.type];
  if (!rule) throw new Error(`${contract.topic} has no event ${event.type}`);
  strictSchema(rule.data).parse(event.data);
}

const strictSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

/**
 * Returns the schema that refuses unknown fields, made once for each event: zod compiles a schema when it is first
 * used.
 */
function strictSchema(schema: z.ZodObject): z.ZodObject {
  const refusingUnknown = strictSchemas.get(schema) ?? schema.strict();
  strictSchemas.set(schema, refusingUnknown);
  return refusingUnknown;
}
