import { planningLimits } from '../limits.ts';

/** Returns true when a caller may have so many selections planned now, and takes them from the allowance. */
export type Allowance = (caller: string, selections: number) => boolean;

/**
 * Makes the allowance for planning. A text that was not seen before has to be planned, for as long as it is large, and
 * nobody is answered meanwhile. A frontend sends some dozens of texts again and again; a caller who sends ever new ones
 * uses up the allowance, which grows back with time.
 */
export function planningAllowance(now: () => number = () => performance.now()): Allowance {
  const accounts = new Map<string, { left: number; at: number }>();
  return (caller, selections) => {
    const { left, at } = accounts.get(caller) ?? { left: planningLimits.selectionsAtOnce, at: now() };
    const grown = Math.min(
      planningLimits.selectionsAtOnce,
      left + ((now() - at) / 1000) * planningLimits.selectionsPerSecond,
    );
    const allowed = selections <= grown;
    // Maps keep their order: the first is the one that asked longest ago.
    accounts.delete(caller);
    if (accounts.size >= planningLimits.callers) accounts.delete(accounts.keys().next().value ?? '');
    accounts.set(caller, { left: allowed ? grown - selections : grown, at: now() });
    return allowed;
  };
}
