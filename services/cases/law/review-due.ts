import { ruleOn, type Dated } from './rule-on.ts';

type Review = Dated & { months: number };

const reviews: readonly [Review, Review] = [
  // The integration agreement before it (Eingliederungsvereinbarung) was reviewed as often.
  { validFrom: '0001-01-01', validTo: '2023-06-30', months: 6 },
  // Kooperationsplan, §15(3) SGB II: "soll", after six months at the latest.
  { validFrom: '2023-07-01', months: 6 },
];

/** When a version of the plan, or a review of it, is to be looked at again. The last day of a shorter month stands in for a day it lacks. */
export function reviewDueOn(from: string): string {
  const { months } = ruleOn(reviews, from) ?? reviews[1];
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const due = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(day, lastDay));
  return due.toISOString().slice(0, 10);
}
