import { hasDay, type Period } from '#shared/calendar/days.ts';
import type { Place } from '../case/interview.ts';

const rules: readonly (Period & { counted: boolean })[] = [
  // §65a SGB II: what was missed before follows the law of before, which counted no row.
  { from: '0001-01-01', to: '2026-06-30', counted: false },
  // §7b(4) SGB II: a person who misses three reporting appointments in a row is deemed unreachable.
  { from: '2026-07-01', counted: true },
];

/**
 * To report is to appear in person where one was invited to (§59 SGB II, §309 SGB III): that is not possible by
 * telephone, on a screen or in one's own home.
 */
const WITHOUT_APPEARING: readonly Place[] = ['PHONE', 'VIDEO', 'HOME'];

/** True when §7b(4) SGB II counts an appointment on this day and at this place that is missed. */
export function countsWhenMissed(place: Place, day: string): boolean {
  return !WITHOUT_APPEARING.includes(place) && rules.some((rule) => rule.counted && hasDay(rule, day));
}
