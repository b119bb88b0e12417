import { tellsOf } from './instrument-codes.ts';

/** What an event says in place of a code that would tell of a disability, an illness or debts. */
export const PROTECTED = 'PROTECTED';

/** How events name an instrument. */
export function redactInstrument(code: string): string {
  return tellsOf(code) === null ? code : PROTECTED;
}

/**
 * How events name what goes along with an instrument and would give it away: whoever decides on rehabilitation decides
 * on nothing else that is protected.
 */
export function saidWith(code: string, companion: string): string {
  return tellsOf(code) === null ? companion : PROTECTED;
}

/**
 * How events name what a job is paid by. Every wage subsidy that has to be protected is one for disabled people: a word
 * in its place would tell as much as its code. So it is not said at all, as if nobody paid.
 */
export function saidSubsidies(codes: readonly string[]): string[] {
  return codes.filter((code) => tellsOf(code) === null);
}
