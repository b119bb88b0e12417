import type { InstrumentCode } from '#shared/funding/instrument-codes.ts';

/** Who decides on an instrument: the job centre itself, or somebody it refers to. */
export const deciders = ['JC', 'AA', 'KOM', 'BAMF'] as const;
export type Decider = (typeof deciders)[number];

export const receivers = ['PERSON', 'EMPLOYER', 'PROVIDER'] as const;
export type Receiver = (typeof receivers)[number];

/** An instrument in one state of the law. Where the law changed, the same code has another version with other days. */
export type Instrument = {
  code: InstrumentCode;
  /** As the law or the job centre's practice names it, in German. */
  name: string;
  legalBasis: string;
  purpose: string;
  targetGroup: string;
  /** Amount, duration and what has to be checked. */
  terms: string;
  decidedBy: Decider;
  goesTo: Receiver;
  /**
   * True where people take part together, in courses with places; otherwise it is granted to each person or employer
   * alone.
   */
  inCourses: boolean;
  /** Provider and measure need an approval (AZAV, §§ 178, 179 SGB III). */
  approvalNeeded: boolean;
  maxWeeks: number | null;
  /** For long-term unemployed people and those with serious obstacles. */
  maxWeeksHardToPlace: number | null;
  maxMonths: number | null;
  /** The longest for anybody, where the law gives some people more. */
  maxMonthsExtended: number | null;
  /** Wage subsidy in percent for the first, second, … year; where groups differ, the highest that anybody may have. */
  yearlyPercent: number[];
  validFrom: string;
  validTo: string | null;
};

/** The catalogue looks back to the reform of 1 April 2012; what is older and unchanged begins here. */
export const REFORM_OF_2012 = '2012-04-01';
export const REFORM_OF_2026 = '2026-07-01';
export const BEFORE_REFORM_OF_2026 = '2026-06-30';

type RequiredField = 'code' | 'name' | 'legalBasis' | 'purpose' | 'targetGroup' | 'terms';

/**
 * Makes an instrument with what holds for most: decided by the job centre, in force since 2012, without limits in weeks
 * or percent.
 */
export function instrument(described: Pick<Instrument, RequiredField> & Partial<Instrument>): Instrument {
  return {
    decidedBy: 'JC',
    goesTo: 'PERSON',
    inCourses: described.goesTo === 'PROVIDER',
    approvalNeeded: false,
    maxWeeks: null,
    maxWeeksHardToPlace: null,
    maxMonths: null,
    maxMonthsExtended: null,
    yearlyPercent: [],
    validFrom: REFORM_OF_2012,
    validTo: null,
    ...described,
  };
}
