import { isInReceipt } from '#shared/funding/long-term-receipt.ts';
import { factCondition, type EligibilityCondition } from './condition.ts';
import type { EligibilityFacts } from './facts.ts';

/**
 * Judges whether the person receives benefit on the day of the start: integration services are for recipients, and
 * whoever has left benefit before cannot be hired with a subsidy of SGB II.
 */
export function benefitOnStart({ benefitPeriods }: EligibilityFacts, startOn: string): EligibilityCondition {
  const text = {
    code: 'IN_RECEIPT_ON_START',
    legalBasis: '§ 16 Abs. 1, § 7 Abs. 1 SGB II',
    expectation: 'Benefit on the day of the start.',
  } as const;
  return factCondition(text, isInReceipt(benefitPeriods, startOn));
}
