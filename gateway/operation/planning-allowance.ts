import { planningLimits } from '../limits.ts';
import { tokenBucket, type Allowance } from './token-bucket.ts';

/**
 * Makes the allowance for planning. A text that was not seen before has to be planned, for as long as it is large, and
 * nobody is answered meanwhile. A frontend sends some dozens of texts again and again; a caller who sends ever new ones
 * uses up the allowance, which grows back with time.
 */
export function planningAllowance(now?: () => number): Allowance {
  const { selectionsAtOnce: atOnce, selectionsPerSecond: perSecond, callers } = planningLimits;
  return tokenBucket({ atOnce, perSecond, callers }, now);
}
