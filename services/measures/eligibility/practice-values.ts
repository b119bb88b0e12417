type PracticeValues = {
  /** "Only short work" in the two years before § 16e: so many months in all. */
  shortWorkMonths16e: number;
  /** "Only short work" in the five or seven years before § 16i. */
  shortWorkMonths16i: number;
  /** From so many hours a week on, work ends unemployment (§ 138 Abs. 3 SGB III). */
  hoursEndingUnemployment: number;
  /** Work of so many months in all does not interrupt long unemployment (§ 18 Abs. 2 SGB III), … */
  harmlessWorkMonths: number;
  /** … looking back so far. */
  harmlessWithinMonths: number;
  /** How far ahead a condition is looked for that time alone will meet. */
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
