import { Refusal } from '#shared/refusal.ts';

/** A fact lies today or in the past. */
export function assertNotInFuture(field: string, day: string, today: string): void {
  if (day > today) throw new Refusal('INVALID_INPUT', `${field}: must be today or a day before.`);
}

export function assertInOrder(field: string, from: string, to: string | undefined): void {
  if (to !== undefined && to < from) throw new Refusal('INVALID_INPUT', `${field}: ends before it begins.`);
}
