import { tokenLimits } from '../limits.ts';
import type { Caller } from './caller.ts';

type Verify = (token: string) => Promise<Caller>;

/**
 * Remembers callers for some seconds, never beyond the end of their token: screens send many requests with one token,
 * which is verified once.
 */
export function rememberedCallers(verify: Verify, now: () => number = Date.now): Verify {
  const remembered = new Map<string, { caller: Caller; until: number }>();
  return async (token) => {
    const known = remembered.get(token);
    if (known && now() < known.until) return known.caller;

    remembered.delete(token);
    const caller = await verify(token);
    // Maps keep their order: the first is the one that was verified longest ago.
    if (remembered.size >= tokenLimits.remembered) remembered.delete(remembered.keys().next().value ?? '');
    remembered.set(token, { caller, until: Math.min(caller.expiresAt, now() + tokenLimits.rememberedMs) });
    return caller;
  };
}
