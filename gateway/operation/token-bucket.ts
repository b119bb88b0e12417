/** How much a caller may have without waiting, how fast it grows back, and of how many callers it is remembered. */
export type BucketLimits = { atOnce: number; perSecond: number; callers: number };

/** Whether a caller may have so much more now. */
export type Allowance = (caller: string, amount: number) => boolean;

/** Gives each caller an allowance that grows back with time. */
export function tokenBucket(
  { atOnce, perSecond, callers }: BucketLimits,
  now: () => number = () => performance.now(),
): Allowance {
  const accounts = new Map<string, { left: number; at: number }>();
  return (caller, amount) => {
    const { left, at } = accounts.get(caller) ?? { left: atOnce, at: now() };
    const grown = Math.min(atOnce, left + ((now() - at) / 1000) * perSecond);
    const allowed = amount <= grown;
    // Maps keep their order: the first is the one that asked longest ago.
    accounts.delete(caller);
    if (accounts.size >= callers) accounts.delete(accounts.keys().next().value ?? '');
    accounts.set(caller, { left: allowed ? grown - amount : grown, at: now() });
    return allowed;
  };
}
