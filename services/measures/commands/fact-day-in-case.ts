import type { CareTeam } from '#shared/care-team.ts';
import { assertNotBefore, earliestInCase, factDay } from '#shared/calendar/fact-day.ts';

/**
 * Returns the day of a fact in a case. Refuses a day before anything that could have led to the case; where the day of
 * the opening is not known, as in care teams heard of before it was kept, any past day may be.
 */
export function factDayInCase(
  field: string,
  namedDay: string | undefined,
  { openedOn, today }: { openedOn?: CareTeam['openedOn'] | undefined; today: string },
): string {
  const day = factDay(field, namedDay, today);
  if (openedOn !== undefined) assertNotBefore(field, day, earliestInCase(openedOn));
  return day;
}
