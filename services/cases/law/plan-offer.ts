import { hasDay, type Period } from '#shared/calendar/days.ts';

const rules: readonly (Period & { withOffer: boolean })[] = [
  { from: '0001-01-01', to: '2026-06-30', withOffer: false },
  // §15(2) SGB II: a personal offer of counselling, support or placement, beside the goal and the main steps.
  { from: '2026-07-01', withOffer: true },
];

/**
 * True when a version of the plan that is agreed on this day has to hold an offer. Earlier versions stay as they are.
 */
export function planNeedsOffer(day: string): boolean {
  return rules.some((rule) => rule.withOffer && hasDay(rule, day));
}
