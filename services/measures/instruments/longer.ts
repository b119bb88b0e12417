import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';

/** Why the law gives a person more time than it gives as a rule; somebody who may decide says so. */
export const longerReasons = [
  'LONG_TERM_UNEMPLOYED',
  'SERIOUS_OBSTACLES',
  'STILL_LAST_RESORT',
  'HOLISTIC_SUPPORT',
] as const;
export type LongerReason = (typeof longerReasons)[number];

/** The reasons that the law has for each instrument (§45(8) SGB III; §§16d(6), 16g(2) SGB II). */
const reasonsFor: Partial<Record<InstrumentCode, readonly LongerReason[]>> = {
  P45_MAG: ['LONG_TERM_UNEMPLOYED', 'SERIOUS_OBSTACLES'],
  P16D: ['STILL_LAST_RESORT'],
  P16G: ['HOLISTIC_SUPPORT'],
};

export function longerReasonsFor(code: string): readonly LongerReason[] {
  return reasonsFor[code as InstrumentCode] ?? [];
}
