import { messageSchema } from '#shared/contracts/contract.ts';
import type { Delivery } from './events.ts';

/** A record that is no event of ours is handed over as unreadable, with what is wrong and without what it says. */
export function deliveryOf(at: Pick<Delivery, 'topic' | 'key' | 'position'>, record: unknown): Delivery {
  const parsed = messageSchema.safeParse(record);
  if (parsed.success) return { ...at, message: parsed.data };
  return {
    ...at,
    unreadable: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
  };
}

/** Undefined for what is no JSON, which no event is. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
