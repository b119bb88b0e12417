import { ruleOn, type Dated } from './rule-on.ts';

const plans: readonly (Dated & { withOffer: boolean })[] = [
  { validFrom: '0001-01-01', validTo: '2026-06-30', withOffer: false },
  // §15(2) SGB II: a personal offer of counselling, support or placement, beside the goal and the main steps.
  { validFrom: '2026-07-01', withOffer: true },
];

/** Whether a version of the plan that is agreed on this day has to hold an offer. What was agreed before stays as it is. */
export function planNeedsOffer(day: string): boolean {
  return ruleOn(plans, day)?.withOffer === true;
}
