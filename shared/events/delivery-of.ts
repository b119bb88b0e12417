import { messageSchema } from '#shared/contracts/contract.ts';
import type { Delivery } from './events.ts';

/**
 * Returns the delivery of a record. One that is no event of ours is unreadable: with what is wrong, not its content.
 */
export function deliveryOf(at: Pick<Delivery, 'topic' | 'key' | 'position'>, record: unknown): Delivery {
  const parsed = messageSchema.safeParse(record);
  if (parsed.success) return { ...at, message: parsed.data };
  return {
    ...at,
    unreadable: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
  };
}

/** Returns undefined for a text that is no JSON: such a text is never an event. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
