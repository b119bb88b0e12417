import { hasDay, monthsLater, type Period } from '#shared/calendar/days.ts';

type ReviewRule = Period & { months: number };

const rules: readonly [ReviewRule, ReviewRule] = [
  // The integration agreement before it (Eingliederungsvereinbarung) was reviewed as often.
  { from: '0001-01-01', to: '2023-06-30', months: 6 },
  // Kooperationsplan, §15(3) SGB II: "soll", after six months at the latest.
  { from: '2023-07-01', months: 6 },
];

/** Returns the day by which a version of the plan, or a review of it, is to be looked at again. */
export function reviewDueOn(day: string): string {
  const { months } = rules.find((rule) => hasDay(rule, day)) ?? rules[1];
  return monthsLater(day, months);
}
