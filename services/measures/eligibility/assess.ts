import { firstOfMonth, monthsLater } from '#shared/calendar/days.ts';
import type { Instrument } from '../instruments/instrument.ts';
import type { EligibilityCondition } from './condition.ts';
import type { EligibilityFacts } from './facts.ts';
import { conditions16d } from './p16d.ts';
import { conditions16e, conditions16eUntil2026, UNEMPLOYED_MONTHS } from './p16e.ts';
import { turns25On, conditions16i } from './p16i.ts';
import { workFromPlacements } from './past-work.ts';
import { HORIZON_MONTHS } from './practice-values.ts';
import { daysOfLongUnemployment } from './unemployment.ts';
import { isInForce, versionOf, type DaysOfGrant } from '../instruments/catalogue.ts';
import { windowsOpenOn } from './work-opportunity.ts';

export const eligibilityConditionStates = ['MET', 'NOT_YET', 'NOT_MET', 'CHECK_BY_HAND'] as const;
export const eligibilityVerdicts = [
  'FITS',
  'FITS_AT_DISCRETION',
  'FITS_LATER',
  'DOES_NOT_FIT',
  'CHECK_BY_HAND',
] as const;
export type EligibilityVerdict = (typeof eligibilityVerdicts)[number];

export type JudgedCondition = Omit<EligibilityCondition, 'met'> & {
  state: (typeof eligibilityConditionStates)[number];
  metOn: string | null;
};
export type Eligibility = {
  instrument: Instrument;
  startOn: string;
  verdict: EligibilityVerdict;
  metOn: string | null;
  conditions: JudgedCondition[];
};

type Rule = (facts: EligibilityFacts, startOn: string) => EligibilityCondition[];

/** The states of the law whose conditions are rules here, as `CODE@validFrom`. All others are checked by hand. */
const rules: Record<string, Rule> = {
  'P16D@2012-04-01': conditions16d,
  'P16E@2019-01-01': conditions16eUntil2026,
  'P16E@2026-07-01': conditions16e,
  'P16I@2019-01-01': conditions16i,
};

export function hasRule(instrument: Instrument): boolean {
  return versionOf(instrument) in rules;
}

/**
 * Judges each condition: met, or not and from when on, if nothing else changes. Benefit and work without an end are
 * taken to go on. Where it is granted before the start, its law stays; where on the first day, nothing is promised
 * beyond the end of this state of the law.
 */
export function assess(
  instrument: Instrument,
  facts: EligibilityFacts,
  { startOn, grantedOn }: DaysOfGrant,
): Eligibility {
  const rule = rules[versionOf(instrument)];
  if (!rule) return { instrument, startOn, verdict: 'CHECK_BY_HAND', metOn: null, conditions: [] };

  const later = daysToTry(facts, startOn)
    .filter((day) => grantedOn < startOn || isInForce(instrument, day))
    .map((day) => ({ day, conditions: rule(facts, day) }));
  const conditions = rule(facts, startOn).map((condition, at) => {
    const metOn =
      condition.met === false ? (later.find((then) => then.conditions[at]?.met !== false)?.day ?? null) : null;
    return judged(condition, metOn);
  });
  const unmet = conditions.filter(({ state }) => state === 'NOT_YET' || state === 'NOT_MET');
  const metOn =
    unmet.length === 0
      ? startOn
      : (later.find((then) => then.conditions.every(({ met }) => met !== false))?.day ?? null);
  return {
    instrument,
    startOn,
    verdict: unmet.length === 0 ? verdictWithoutObjection(conditions) : verdictDespite(unmet, metOn),
    metOn,
    conditions,
  };
}

function judged({ met, ...condition }: EligibilityCondition, metOn: string | null): JudgedCondition {
  if (met === null) return { ...condition, state: 'CHECK_BY_HAND', metOn: null };
  if (met) return { ...condition, state: 'MET', metOn: null };
  return { ...condition, state: metOn === null ? 'NOT_MET' : 'NOT_YET', metOn };
}

/**
 * Returns the verdict where nothing stands against it: a last resort fits nobody before somebody has looked for a more
 * direct way to work.
 */
function verdictWithoutObjection(conditions: JudgedCondition[]): EligibilityVerdict {
  return conditions.some(({ code }) => code === 'LAST_RESORT') ? 'CHECK_BY_HAND' : 'FITS';
}

function verdictDespite(unmet: JudgedCondition[], metOn: string | null): EligibilityVerdict {
  if (unmet.every(({ discretion }) => discretion)) return 'FITS_AT_DISCRETION';
  return metOn === null ? 'DOES_NOT_FIT' : 'FITS_LATER';
}

/**
 * Returns the days on which a condition can become met: windows move with the months, age with the birthday, and
 * benefit or another five years begin on their own day.
 */
function daysToTry(facts: EligibilityFacts, startOn: string): string[] {
  const months = Array.from({ length: HORIZON_MONTHS }, (_, ahead) => monthsLater(firstOfMonth(startOn), ahead + 1));
  return [
    ...months,
    turns25On(facts),
    ...facts.benefitPeriods.map(({ from }) => from),
    ...windowsOpenOn(facts.workOpportunities),
    ...daysOfLongUnemployment([...facts.employments, ...workFromPlacements(facts.placements)], UNEMPLOYED_MONTHS),
  ]
    .filter((day) => day > startOn)
    .sort();
}
