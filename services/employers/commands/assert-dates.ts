import { Refusal } from '#shared/refusal.ts';

/** A fact lies today or in the past. */
export function assertNotInFuture(field: string, day: string, today: string): void {
  if (day > today) throw new Refusal('INVALID_INPUT', `${field}: must be today or a day before.`);
}

/** Something follows what it follows from. */
export function assertNotBefore(field: string, day: string, earliest: string): void {
  if (day < earliest) throw new Refusal('INVALID_INPUT', `${field}: must not be before ${earliest}.`);
}
