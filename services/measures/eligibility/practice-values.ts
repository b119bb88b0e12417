type PracticeValues = {
  /** Months of work, in all, that are "only short work" in the two years before § 16e. */
  shortWorkMonths16e: number;
  /** Months of work, in all, that are "only short work" in the five or seven years before § 16i. */
  shortWorkMonths16i: number;
  /** Hours a week from which on work ends unemployment (§ 138 Abs. 3 SGB III). */
  hoursEndingUnemployment: number;
  /** Months of work, in all, that do not interrupt long unemployment (§ 18 Abs. 2 SGB III). */
  harmlessWorkMonths: number;
  /** Months looked back for such work. */
  harmlessWithinMonths: number;
  /** Months looked ahead for the day on which time alone meets a condition. */
  horizonMonths: number;
};

/**
 * Where the statute has no number, practice needs one. These are not law: whoever decides may deviate, and an answer
 * that rests on such a threshold is marked as discretion.
 */
export const practice: PracticeValues = {
  shortWorkMonths16e: 3,
  shortWorkMonths16i: 6,
  hoursEndingUnemployment: 15,
  harmlessWorkMonths: 6,
  harmlessWithinMonths: 60,
  horizonMonths: 120,
};
