import { timeSpentBefore, workOpportunity } from './work-opportunity.ts';
import { manualCondition, measuredCondition, type EligibilityCondition } from './condition.ts';
import type { EligibilityFacts } from './facts.ts';
import { benefitOnStart } from './benefit-on-start.ts';

/** Judges the conditions of § 16d SGB II: work opportunities. */
export function conditions16d(facts: EligibilityFacts, startOn: string): EligibilityCondition[] {
  return [
    benefitOnStart(facts, startOn),
    monthsSpent(facts, startOn),
    manualCondition({
      code: 'LAST_RESORT',
      legalBasis: '§ 16d Abs. 5 SGB II',
      expectation: 'Nothing else leads more directly to work.',
    }),
    manualCondition({
      code: 'ADDITIONAL_WORK',
      legalBasis: '§ 16d Abs. 1–4 SGB II',
      expectation:
        'The work is additional, in the public interest and neutral to competition; the advisory board has been ' +
        'heard (§ 18d SGB II).',
    }),
  ];
}

/**
 * Judges the months spent so far. Adding the last twelve is left to whoever decides; beyond them there is nothing to
 * decide.
 */
function monthsSpent({ workOpportunities }: EligibilityFacts, startOn: string): EligibilityCondition {
  const { months: required, monthsExtended } = workOpportunity;
  const spent = timeSpentBefore(startOn, workOpportunities);
  const expectation =
    `Less than ${required} months in work opportunities within five years of the first entry, ` +
    `${monthsExtended} where it is still the last resort; added up, 30 days are a month (§ 191 BGB).`;
  return measuredCondition(
    {
      code: 'BELOW_24_OF_60_MONTHS',
      legalBasis: '§ 16d Abs. 6 SGB II',
      expectation,
      discretion: spent.months < monthsExtended,
    },
    { actual: spent.months, actualDays: spent.days, required, met: spent.months < required },
  );
}
