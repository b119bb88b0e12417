/** The law's conditions, one word each. */
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

/** One condition on one day. */
export type EligibilityCondition = {
  code: EligibilityConditionCode;
  legalBasis: string;
  expectation: string;
  /** Null where the facts cannot tell: somebody has to look. */
  met: boolean | null;
  /** The law leaves it to whoever decides, or the threshold is a practice value. */
  discretion: boolean;
  required: number | null;
  actual: number | null;
  /** How much of `actual` is known from placements only; null where these are not asked. */
  fromPlacements: number | null;
};

type Told = Pick<EligibilityCondition, 'code' | 'legalBasis' | 'expectation'>;

export function measuredCondition(
  told: Told & { discretion?: boolean },
  {
    actual,
    required,
    met,
    fromPlacements = null,
  }: { actual: number; required: number; met: boolean; fromPlacements?: number | null },
): EligibilityCondition {
  return { discretion: false, ...told, actual, required, met, fromPlacements };
}

/** What holds or does not, without anything to count. */
export function factCondition(told: Told, met: boolean): EligibilityCondition {
  return { discretion: false, ...told, actual: null, required: null, met, fromPlacements: null };
}

/** What no stored fact answers. */
export function manualCondition(told: Told & { discretion?: boolean }): EligibilityCondition {
  return { discretion: false, ...told, actual: null, required: null, met: null, fromPlacements: null };
}
