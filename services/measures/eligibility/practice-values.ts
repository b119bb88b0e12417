/**
 * Where the statute has no number, practice needs one. These are not law: whoever decides may deviate, and every answer
 * that rests on one is marked as discretion.
 */
export const practice = {
  /** "Last 24 months" ends with the month before the start; whether the month of the start belongs to it is open. */
  referenceMonthCounts: false,
  /** "Only short work" in the two years before § 16e: so many months in all. */
  shortWorkMonths16e: 3,
  /** "Only short work" in the five or seven years before § 16i. */
  shortWorkMonths16i: 6,
  /** From so many hours a week on, work ends unemployment (§ 138 Abs. 3 SGB III). */
  hoursEndingUnemployment: 15,
  /** Work of so many months in all does not interrupt long unemployment (§ 18 Abs. 2 SGB III), looking back so far. */
  harmlessWorkMonths: 6,
  harmlessWithinMonths: 60,
  /** How far ahead a condition is looked for that time alone will meet. */
  horizonMonths: 120,
} as const;
