import { monthsLater } from '#shared/calendar/days.ts';
import { ruleOn, type Dated } from './rule-on.ts';

type Review = Dated & { months: number };

const reviews: readonly [Review, Review] = [
  // The integration agreement before it (Eingliederungsvereinbarung) was reviewed as often.
  { validFrom: '0001-01-01', validTo: '2023-06-30', months: 6 },
  // Kooperationsplan, §15(3) SGB II: "soll", after six months at the latest.
  { validFrom: '2023-07-01', months: 6 },
];

/** When a version of the plan, or a review of it, is to be looked at again. */
export function reviewDueOn(from: string): string {
  const { months } = ruleOn(reviews, from) ?? reviews[1];
  return monthsLater(from, months);
}
