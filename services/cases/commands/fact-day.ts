import { Refusal } from '#shared/refusal.ts';

/** A day on which something happened: today unless another one is given, never one that is still to come. */
export function factDay(field: string, given: string | undefined, today: string): string {
  if (given !== undefined && given > today) throw new Refusal('INVALID_INPUT', `${field}: must be today or a day before.`);
  return given ?? today;
}

/** What follows cannot lie before what it follows. */
export function assertNotBefore(field: string, day: string, earliest: string | undefined): void {
  if (earliest !== undefined && day < earliest) throw new Refusal('INVALID_INPUT', `${field}: must not be before ${earliest}.`);
}
