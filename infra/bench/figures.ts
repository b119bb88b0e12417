/** Requests of one kind: the milliseconds that each took, and what went wrong. */
export type Timed = { name: string; milliseconds: number[]; errors: string[] };

export type Summary = { requests: number; errors: number; p50: number; p95: number; p99: number; max: number };

export function summary(timed: readonly Timed[]): Summary {
  const all = timed.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const errors = timed.reduce((sum, each) => sum + each.errors.length, 0);
  return {
    requests: all.length,
    errors,
    p50: share(all, 0.5),
    p95: share(all, 0.95),
    p99: share(all, 0.99),
    max: Math.round(all.at(-1) ?? 0),
  };
}

/** Returns the value that this share of the sorted values does not exceed. */
export function share(sorted: readonly number[], part: number): number {
  return Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0);
}
