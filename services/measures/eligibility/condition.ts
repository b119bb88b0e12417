/** The conditions of the law, a code for each. */
export const eligibilityConditionCodes = [
  'IN_RECEIPT_ON_START',
  'AGE_25',
  'BENEFIT_21_OF_24_MONTHS',
  'BENEFIT_72_OF_84_MONTHS',
  'BENEFIT_60_OF_60_MONTHS',
  'UNEMPLOYED_24_MONTHS',
  'ONLY_SHORT_WORK',
  'NOT_YET_FUNDED_60_MONTHS',
  'BELOW_24_OF_60_MONTHS',
  'LAST_RESORT',
  'ADDITIONAL_WORK',
  'REGISTERED_UNEMPLOYED',
  'PLACEMENT_SUPPORT',
  'HOLISTIC_SUPPORT',
  'CONTRACT_TERM',
  'INSURED_WORK',
  'EMPLOYER_NOT_EXCLUDED',
] as const;
export type EligibilityConditionCode = (typeof eligibilityConditionCodes)[number];

export const eligibilityUnits = ['YEARS', 'MONTHS', 'DAYS'] as const;
export type EligibilityUnit = (typeof eligibilityUnits)[number];

/** A condition of the law, judged on one day. */
export type EligibilityCondition = {
  code: EligibilityConditionCode;
  legalBasis: string;
  expectation: string;
  /** Null where no stored fact answers it: somebody has to look. */
  met: boolean | null;
  /** True where the law leaves it to whoever decides, or the threshold is a practice value. */
  discretion: boolean;
  /** What `required`, `actual` and `fromPlacements` count. */
  unit: EligibilityUnit | null;
  required: number | null;
  actual: number | null;
  /** What is left over beside the whole months of `actual`, where time was added up (§191 BGB). */
  actualDays: number | null;
  /** The part of `actual` that is known from placements only; null where these are not asked. */
  fromPlacements: number | null;
};

type ConditionText = Pick<EligibilityCondition, 'code' | 'legalBasis' | 'expectation'>;

type Measured = { actual: number; required: number; met: boolean } & Partial<
  Pick<EligibilityCondition, 'unit' | 'actualDays' | 'fromPlacements'>
>;

const NOTHING_COUNTED = { unit: null, actual: null, required: null, actualDays: null, fromPlacements: null } as const;

/**
 * Makes a condition that compares a number with the one that the law requires: of months, unless it says another unit.
 */
export function measuredCondition(
  text: ConditionText & { discretion?: boolean },
  measured: Measured,
): EligibilityCondition {
  return { discretion: false, ...text, unit: 'MONTHS', actualDays: null, fromPlacements: null, ...measured };
}

/** Makes a condition that holds or does not, without anything to count. */
export function factCondition(text: ConditionText, met: boolean): EligibilityCondition {
  return { discretion: false, ...text, ...NOTHING_COUNTED, met };
}

/** Makes a condition that no stored fact answers. */
export function manualCondition(text: ConditionText & { discretion?: boolean }): EligibilityCondition {
  return { discretion: false, ...text, ...NOTHING_COUNTED, met: null };
}
