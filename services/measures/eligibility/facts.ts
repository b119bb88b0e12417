import type { Period } from '#shared/calendar/days.ts';
import type { ReportedPlacement } from '../views/placement.ts';

export type WorkPeriod = Period & {
  hoursPerWeek: number;
  /** Subject to social insurance; otherwise marginal or self-employed. */
  insured: boolean;
};

/** What the rules ask about a person. The people service owns it, and nothing of that is kept here; but what employers said of placements. */
export type EligibilityFacts = {
  birthDate: string;
  benefitPeriods: Period[];
  employments: WorkPeriod[];
  severelyDisabled: boolean;
  /** 18th birthday of the youngest child in the benefit unit: until then there is a minor one. Null without one. */
  youngestChildOfAgeOn: string | null;
  /** Months for which an employer was already paid under § 16i. */
  fundedMonths16i: number;
  /** Placements as employers said them. */
  placements: readonly ReportedPlacement[];
  /** Times in work opportunities (§ 16d), as measures and placements know them. */
  workOpportunities: readonly Period[];
  /** Length of the contract an employer offers, if there is one. */
  contractMonths?: number | undefined;
};
