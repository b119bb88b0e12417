/** A threshold that the statute leaves open, with where it comes from and who decided it. */
export type PracticeValue = { value: number; source: string; decidedBy: string };

const HOUSE_DEFAULT = 'default of this house; no job centre has decided another one';

/**
 * Where the statute has no number, practice needs one. These are not law: whoever decides may deviate, and an answer
 * that rests on such a threshold is marked as discretion.
 */
export const practice = {
  /** Days of work a year that are "only short work" (§§ 16e, 16i SGB II). */
  shortWorkDaysAYear: {
    value: 30,
    source: 'no number in §§ 16e, 16i SGB II',
    decidedBy: HOUSE_DEFAULT,
  },
  /** The part of the time asked about beyond which work is not short, and nobody has discretion to call it so. */
  shortWorkLargestShare: {
    value: 0.5,
    source: 'the word "short" in §§ 16e, 16i SGB II: what fills more than half of a time is the rule in it',
    decidedBy: HOUSE_DEFAULT,
  },
} as const satisfies Record<string, PracticeValue>;

/** Months looked ahead for the day on which time alone meets a condition. */
export const HORIZON_MONTHS = 120;
