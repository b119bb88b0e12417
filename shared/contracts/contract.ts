import { z } from 'zod';

/** What a service says about its aggregates: one topic, one zod schema per event name. Contracts only grow. */
export type Contract = { topic: string; data: Record<string, z.ZodObject> };

/** The events a contract allows, as a command returns them: a name and its coded facts. */
export type EventOf<C extends Contract> = {
  [Name in keyof C['data'] & string]: { type: Name; data: z.input<C['data'][Name]> };
}[keyof C['data'] & string];

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
export type Received<C extends Contract, Name extends keyof C['data'] & string> = Omit<Message, 'type' | 'data'> & {
  type: Name;
  data: z.output<C['data'][Name]>;
};

/** Checks what a command wants to say, before it is stored: an unknown name or field is a bug of ours. */
export function assertSayable(contract: Contract, event: { type: string; data: object }): void {
  const schema = contract.data[event.type];
  if (!schema) throw new Error(`${contract.topic} has no event ${event.type}`);
  strict(schema).parse(event.data);
}

const strictSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

/** Made once for each event name: zod compiles a schema when it is first used. */
function strict(schema: z.ZodObject): z.ZodObject {
  const made = strictSchemas.get(schema) ?? schema.strict();
  strictSchemas.set(schema, made);
  return made;
}
