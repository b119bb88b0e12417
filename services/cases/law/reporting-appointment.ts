import type { Place } from '../case.ts';
import { ruleOn, type Dated } from './rule-on.ts';

const rules: readonly (Dated & { counted: boolean })[] = [
  // §65a SGB II: what was missed before follows the law of before, which counted no row.
  { validFrom: '0001-01-01', validTo: '2026-06-30', counted: false },
  // §7b(4) SGB II: a person who misses three reporting appointments in a row is deemed unreachable.
  { validFrom: '2026-07-01', counted: true },
];

/** To report is to appear in person where one was invited to (§59 SGB II, §309 SGB III): that is not possible by telephone, on a screen or in one's own home. */
const WITHOUT_APPEARING: readonly Place[] = ['PHONE', 'VIDEO', 'HOME'];

/** Whether §7b(4) SGB II counts an appointment on this day and at this place when it is missed. */
export function countsWhenMissed(place: Place, day: string): boolean {
  return !WITHOUT_APPEARING.includes(place) && ruleOn(rules, day)?.counted === true;
}
