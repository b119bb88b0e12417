import { birthday, completedYears, dayBefore, daysBetween, firstOfMonth, monthsLater } from '#shared/calendar/days.ts';
import { daysWithin } from '#shared/calendar/days-within.ts';
import { FUNDED_AT_MOST_16I, fundedBefore16i } from '#shared/funding/funded-16i.ts';
import { pastMonths } from '#shared/funding/long-term-receipt.ts';
import { monthsTouched } from '#shared/calendar/months.ts';
import { manualCondition, measuredCondition, type EligibilityCondition } from './condition.ts';
import type { EligibilityFacts } from './facts.ts';
import { benefitOnStart } from './benefit-on-start.ts';
import { onlyShortWork } from './past-work.ts';

/** The year that may be missing can be a leap one. */
const DAYS_OF_A_YEAR = 366;
const ANY_DAY =
  'Practice: a month counts with benefit on any of its days; where the days alone are fewer, somebody has to look.';

/** Judges the conditions of § 16i SGB II, since 2019. */
export function conditions16i(facts: EligibilityFacts, startOn: string): EligibilityCondition[] {
  return [
    benefitOnStart(facts, startOn),
    ofAge(facts, startOn),
    benefit(facts, startOn),
    shortWork(facts, startOn),
    notFunded(facts, startOn),
    ...aroundTheJob(facts),
  ];
}

/** Returns the day on which a person turns 25: from then on the year is completed. */
export function turns25On({ birthDate }: EligibilityFacts): string {
  return birthday(birthDate, 25);
}

function ofAge(facts: EligibilityFacts, startOn: string): EligibilityCondition {
  return measuredCondition(
    {
      code: 'AGE_25',
      legalBasis: '§ 16i Abs. 3 Satz 1 Nr. 1 SGB II',
      expectation: '25 years old on the first day of work.',
    },
    {
      unit: 'YEARS',
      actual: completedYears(facts.birthDate, startOn),
      required: 25,
      met: turns25On(facts) <= startOn,
    },
  );
}

/** The last seven or five years, and the months of them in which benefit has to have been received. */
type BenefitWindow = {
  months: number;
  of: 60 | 84;
  actual: number;
  /** True where the days alone are fewer: months with benefit on only some of their days make up for it. */
  lessInDays: boolean;
};

/**
 * True with a minor child in the benefit unit on that day, or a severe disability: then the last five years are enough,
 * but all of them.
 */
function fiveYearsAreEnough({ youngestChildOfAgeOn, severelyDisabled }: EligibilityFacts, startOn: string): boolean {
  return severelyDisabled || (youngestChildOfAgeOn !== null && startOn < youngestChildOfAgeOn);
}

/**
 * Returns the two times in which benefit can have been long enough: six of the last seven years, or the last five where
 * they are enough.
 */
function benefitWindows(
  facts: EligibilityFacts,
  startOn: string,
): { seven: BenefitWindow; five: BenefitWindow | null } {
  const benefitWindow = (months: number, of: 60 | 84): BenefitWindow => ({
    months,
    of,
    actual: monthsTouched(facts.benefitPeriods, pastMonths(startOn, of)),
    lessInDays: daysWithout(facts, startOn, of) > ((of - months) / 12) * DAYS_OF_A_YEAR,
  });
  return { seven: benefitWindow(72, 84), five: fiveYearsAreEnough(facts, startOn) ? benefitWindow(60, 60) : null };
}

function daysWithout({ benefitPeriods }: EligibilityFacts, startOn: string, months: number): number {
  const to = dayBefore(firstOfMonth(startOn));
  const from = monthsLater(firstOfMonth(startOn), -months);
  return daysBetween(from, to) + 1 - daysWithin(benefitPeriods, { from, to });
}

function isMet({ actual, months }: BenefitWindow): boolean {
  return actual >= months;
}

function benefit(facts: EligibilityFacts, startOn: string): EligibilityCondition {
  const { seven, five } = benefitWindows(facts, startOn);
  const window = five && !isMet(seven) ? five : seven;
  const text =
    window.of === 60
      ? ({
          code: 'BENEFIT_60_OF_60_MONTHS',
          legalBasis: '§ 16i Abs. 3 Satz 3 SGB II',
          expectation:
            'Benefit in the last 60 months: enough with a minor child in the benefit unit or a severe disability. ' +
            ANY_DAY,
        } as const)
      : ({
          code: 'BENEFIT_72_OF_84_MONTHS',
          legalBasis: '§ 16i Abs. 3 Satz 1 Nr. 2 SGB II',
          expectation: `Benefit in at least 72 of the last 84 months. ${ANY_DAY}`,
        } as const);
  const condition = measuredCondition(text, { actual: window.actual, required: window.months, met: isMet(window) });
  return isMet(window) && window.lessInDays ? { ...condition, met: null, discretion: true } : condition;
}

/**
 * Judges the work in the years in which benefit was long enough; the five count only for whoever has it long enough in
 * them alone.
 */
function shortWork(facts: EligibilityFacts, startOn: string): EligibilityCondition {
  const { seven, five } = benefitWindows(facts, startOn);
  const { of: length } = five && isMet(five) && !isMet(seven) ? five : seven;
  return onlyShortWork({ legalBasis: '§ 16i Abs. 3 Satz 1 Nr. 3 SGB II', months: length }, facts, startOn);
}

function notFunded({ fundedMonths16i, placements }: EligibilityFacts, startOn: string): EligibilityCondition {
  const { months: fromPlacements, days: actualDays } = fundedBefore16i(startOn, placements);
  const actual = fundedMonths16i + fromPlacements;
  return measuredCondition(
    {
      code: 'NOT_YET_FUNDED_60_MONTHS',
      legalBasis: '§ 16i Abs. 3 Satz 1 Nr. 4 SGB II',
      expectation: 'Funded under § 16i for less than 60 months so far.',
    },
    { actual, actualDays, fromPlacements, required: FUNDED_AT_MOST_16I, met: actual < FUNDED_AT_MOST_16I },
  );
}

function aroundTheJob({ contractMonths }: EligibilityFacts): EligibilityCondition[] {
  const term = {
    code: 'CONTRACT_TERM',
    legalBasis: '§ 16i Abs. 8 SGB II',
    expectation: 'A fixed term of at most 60 months.',
  } as const;
  return [
    manualCondition({
      code: 'HOLISTIC_SUPPORT',
      legalBasis: '§ 16i Abs. 3 Satz 2 SGB II',
      expectation: 'As a rule, holistic support for at least 2 months before.',
      discretion: true,
    }),
    contractMonths === undefined
      ? manualCondition(term)
      : measuredCondition(term, {
          actual: contractMonths,
          required: FUNDED_AT_MOST_16I,
          met: contractMonths <= FUNDED_AT_MOST_16I,
        }),
    manualCondition({
      code: 'INSURED_WORK',
      legalBasis: '§ 16i Abs. 1 SGB II',
      expectation: 'Work subject to social insurance.',
    }),
    manualCondition({
      code: 'EMPLOYER_NOT_EXCLUDED',
      legalBasis: '§ 16i Abs. 7 SGB II',
      expectation: 'The employer ended no other job to get the subsidy, and gave up no other one without a reason.',
    }),
  ];
}
