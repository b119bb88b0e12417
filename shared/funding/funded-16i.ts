import { addedUp191, type CountedTime } from '#shared/calendar/counted-time.ts';
import { dayBefore } from '#shared/calendar/days.ts';
import { FIRST_DAY } from '#shared/calendar/fact-day.ts';

/** Work, and the codes of what pays for it. */
export type FundedWork = { fundedBy: readonly string[]; startedOn: string; endedOn?: string | undefined };

/** The longest time in which employers are paid for a person under § 16i (§16i(3) sentence 1 no. 4 SGB II). */
export const FUNDED_AT_MOST_16I = 60;

/** The old § 16e counts among the five years of § 16i (§16i(10) sentence 2 SGB II). */
const OLD_P16E_UNTIL = '2018-12-31';

/** Adds up the time before a start in which work was paid for under § 16i. */
export function fundedBefore16i(startOn: string, work: readonly FundedWork[]): CountedTime {
  const funded = work
    .filter(
      ({ fundedBy, startedOn }) =>
        fundedBy.includes('P16I') || (fundedBy.includes('P16E') && startedOn <= OLD_P16E_UNTIL),
    )
    .map(({ startedOn, endedOn }) => ({ from: startedOn, to: endedOn }));
  return addedUp191(funded, { from: FIRST_DAY, to: dayBefore(startOn) });
}
