import { longTermMonths, longTermReceipt } from '#shared/funding/long-term-receipt.ts';
import { manualCondition, measuredCondition, type EligibilityCondition } from './condition.ts';
import type { EligibilityFacts } from './facts.ts';
import { benefitOnStart } from './benefit-on-start.ts';
import { onlyShortWork, workFromPlacements } from './past-work.ts';
import { unemployedBefore } from './unemployment.ts';

/** Two years without work, which § 16e SGB II asked for until 30 June 2026. */
export const UNEMPLOYED_MONTHS = 24;

/** Judges the conditions of § 16e SGB II from 1 July 2026: people with benefit for long. */
export function conditions16e(facts: EligibilityFacts, startOn: string): EligibilityCondition[] {
  const { months: required, within } = longTermReceipt;
  const benefit = longTermMonths(facts.benefitPeriods, startOn);
  return [
    benefitOnStart(facts, startOn),
    measuredCondition(
      {
        code: 'BENEFIT_21_OF_24_MONTHS',
        legalBasis: '§ 16e Abs. 1 SGB II, § 6 SGB2§48aFKV',
        expectation: 'Benefit in at least 21 of the 24 months before the start.',
      },
      { actual: benefit, required, met: benefit >= required },
    ),
    onlyShortWork({ legalBasis: '§ 16e Abs. 1 SGB II', months: within }, facts, startOn),
    ...contractAndSupport(facts),
  ];
}

/** Judges the conditions of § 16e SGB II from 2019 to 30 June 2026: people unemployed for two years. */
export function conditions16eUntil2026(facts: EligibilityFacts, startOn: string): EligibilityCondition[] {
  const unemployed = unemployedBefore(startOn, [...facts.employments, ...workFromPlacements(facts.placements)]);
  return [
    benefitOnStart(facts, startOn),
    measuredCondition(
      {
        code: 'UNEMPLOYED_24_MONTHS',
        legalBasis: '§ 16e Abs. 1 SGB II (bis 30.06.2026) i.V.m. § 18 SGB III',
        expectation: 'Unemployed for at least 24 months; short work in between does no harm.',
      },
      {
        actual: unemployed.months,
        actualDays: unemployed.days,
        required: UNEMPLOYED_MONTHS,
        met: unemployed.months >= UNEMPLOYED_MONTHS,
      },
    ),
    manualCondition({
      code: 'REGISTERED_UNEMPLOYED',
      legalBasis: '§ 53a SGB II i.V.m. § 16 SGB III',
      expectation: 'Registered as unemployed and available in that time.',
    }),
    ...contractAndSupport(facts),
  ];
}

function contractAndSupport({ contractMonths }: EligibilityFacts): EligibilityCondition[] {
  const term = {
    code: 'CONTRACT_TERM',
    legalBasis: '§ 16e Abs. 1 SGB II',
    expectation: 'A contract of at least 24 months.',
  } as const;
  return [
    manualCondition({
      code: 'PLACEMENT_SUPPORT',
      legalBasis: '§ 16e Abs. 1 SGB II',
      expectation: 'Placement support and other services have been tried.',
    }),
    contractMonths === undefined
      ? manualCondition(term)
      : measuredCondition(term, { actual: contractMonths, required: 24, met: contractMonths >= 24 }),
    manualCondition({
      code: 'INSURED_WORK',
      legalBasis: '§ 16e Abs. 1 SGB II',
      expectation: 'More than marginal work.',
    }),
    manualCondition({
      code: 'EMPLOYER_NOT_EXCLUDED',
      legalBasis: '§ 16e SGB II i.V.m. § 92 Abs. 1 SGB III',
      expectation:
        'The employer dismissed nobody for it, and did not employ the person for more than 3 months within 4 years.',
    }),
  ];
}
