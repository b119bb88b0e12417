import { daysLeft, daysSpentBefore, monthsOf, workOpportunity } from '../work-opportunity.ts';
import { byHand, counted, type Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import { inReceipt } from './in-receipt.ts';

/** § 16d SGB II: work opportunities. */
export function lastResort(facts: Facts, startOn: string): Condition[] {
  return [
    inReceipt(facts, startOn),
    monthsSpent(facts, startOn),
    byHand({
      code: 'LAST_RESORT',
      legalBasis: '§ 16d Abs. 5 SGB II',
      expectation: 'Nothing else leads more directly to work.',
    }),
    byHand({
      code: 'ADDITIONAL_WORK',
      legalBasis: '§ 16d Abs. 1–4 SGB II',
      expectation:
        'The work is additional, in the public interest and neutral to competition; the advisory board has been heard (§ 18d SGB II).',
    }),
  ];
}

/** Whether to add the last twelve months is left to whoever decides; beyond them there is nothing to decide. */
function monthsSpent({ workOpportunities }: Facts, startOn: string): Condition {
  const { months: required, monthsExtended } = workOpportunity;
  const days = daysSpentBefore(startOn, workOpportunities);
  const expectation = `Less than ${required} months in work opportunities within five years of the first entry, ${monthsExtended} where it is still the last resort; 30 days are a month.`;
  return counted(
    {
      code: 'BELOW_24_OF_60_MONTHS',
      legalBasis: '§ 16d Abs. 6 SGB II',
      expectation,
      discretion: daysLeft(monthsExtended, days) > 0,
    },
    { actual: monthsOf(days), required, met: daysLeft(required, days) > 0 },
  );
}
