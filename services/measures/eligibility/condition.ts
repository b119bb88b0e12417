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

/** A condition of the law, judged on one day. */
export type EligibilityCondition = {
  code: EligibilityConditionCode;
  legalBasis: string;
  expectation: string;
  /** Null where no stored fact answers it: somebody has to look. */
  met: boolean | null;
  /** True where the law leaves it to whoever decides, or the threshold is a practice value. */
  discretion: boolean;
  required: number | null;
  actual: number | null;
  /** The part of `actual` that is known from placements only; null where these are not asked. */
  fromPlacements: number | null;
};

type ConditionText = Pick<EligibilityCondition, 'code' | 'legalBasis' | 'expectation'>;

/** Makes a condition that compares a number with the one that the law requires. */
export function measuredCondition(
  text: ConditionText & { discretion?: boolean },
  {
    actual,
    required,
    met,
    fromPlacements = null,
  }: { actual: number; required: number; met: boolean; fromPlacements?: number | null },
): EligibilityCondition {
  return { discretion: false, ...text, actual, required, met, fromPlacements };
}

/** Makes a condition that holds or does not, without anything to count. */
export function factCondition(text: ConditionText, met: boolean): EligibilityCondition {
  return { discretion: false, ...text, actual: null, required: null, met, fromPlacements: null };
}

/** Makes a condition that no stored fact answers. */
export function manualCondition(text: ConditionText & { discretion?: boolean }): EligibilityCondition {
  return { discretion: false, ...text, actual: null, required: null, met: null, fromPlacements: null };
}
