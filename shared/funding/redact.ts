import { protectedFactOf } from './instrument-codes.ts';

/** The word of an event in place of a code that would tell of a disability, an illness or debts. */
export const PROTECTED = 'PROTECTED';

/** Returns the name of an instrument in events. */
export function redactInstrument(code: string): string {
  return protectedFactOf(code) === null ? code : PROTECTED;
}

/**
 * Returns the name in events of what goes along with an instrument and would give it away: whoever decides on
 * rehabilitation decides on nothing else that is protected.
 */
export function redactCompanion(code: string, companion: string): string {
  return protectedFactOf(code) === null ? companion : PROTECTED;
}

/**
 * Returns the subsidies of a job as events name them. Every wage subsidy that has to be protected is one for disabled
 * people: a word in its place would tell as much as its code. So events leave it out, as if nobody paid.
 */
export function redactSubsidies(codes: readonly string[]): string[] {
  return codes.filter((code) => protectedFactOf(code) === null);
}
