import { Refusal } from '#shared/refusal.ts';

/** A document stays small enough to be loaded and written as a whole. */
export function assertAtMost(most: number, field: string, list: readonly unknown[]): void {
  if (list.length > most) throw new Refusal('INVALID_INPUT', `${field}: at most ${most}.`);
}

/** Nothing is said twice in one breath. */
export function assertDistinct(field: string, codes: readonly string[]): void {
  if (new Set(codes).size < codes.length) throw new Refusal('INVALID_INPUT', `${field}: each at most once.`);
}
