import { isInReceipt } from '#shared/funding/long-term-receipt.ts';
import { known, type Condition } from './condition.ts';
import type { Facts } from './facts.ts';

/** Integration services are for employable recipients: whoever has left benefit before the start cannot be hired with a subsidy of SGB II. */
export function inReceipt({ benefitPeriods }: Facts, startOn: string): Condition {
  const told = {
    code: 'IN_RECEIPT_ON_START',
    legalBasis: '§ 16 Abs. 1, § 7 Abs. 1 SGB II',
    expectation: 'Benefit on the day of the start.',
  } as const;
  return known(told, isInReceipt(benefitPeriods, startOn));
}
