import { hasDay } from '#shared/calendar/days.ts';

/** A rule of law and the days on which it is in force, both included. */
export type Dated = { validFrom: string; validTo?: string };

/** The rule in force on a day; a change of the law closes one entry and adds another. */
export function ruleOn<Rule extends Dated>(rules: readonly Rule[], day: string): Rule | undefined {
  return rules.find(({ validFrom: from, validTo: to }) => hasDay({ from, to }, day));
}
