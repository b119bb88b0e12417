import type { Period } from '#shared/calendar/days.ts';
import type { ReportedPlacement } from '../views/placement.ts';

/** A time of work, from the record of the person or as placements report it. */
export type WorkPeriod = Period & {
  hoursPerWeek: number;
  /** True for work subject to social insurance; otherwise it is marginal or self-employed. */
  insured: boolean;
};

/**
 * The facts that the rules ask about a person. The people service owns them and none is kept here, but for the reported
 * placements.
 */
export type EligibilityFacts = {
  birthDate: string;
  benefitPeriods: Period[];
  employments: WorkPeriod[];
  severelyDisabled: boolean;
  /** 18th birthday of the youngest child in the benefit unit: until then there is a minor one. Null without one. */
  youngestChildOfAgeOn: string | null;
  /** Months for which an employer was already paid under § 16i. */
  fundedMonths16i: number;
  /** Placements as the employers service reported them. */
  placements: readonly ReportedPlacement[];
  /** Times in work opportunities (§ 16d), as measures and placements know them. */
  workOpportunities: readonly Period[];
  /** Length of the contract an employer offers, if there is one. */
  contractMonths?: number | undefined;
};
