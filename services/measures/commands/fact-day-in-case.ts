import type { CareTeam } from '#shared/care-team.ts';
import { assertNotBefore, earliestInCase, factDay } from '#shared/calendar/fact-day.ts';

/** The day of a fact in a case: not before what could have led to it. Of what was heard before the day of the opening was kept, any day may be. */
export function factDayInCase(
  field: string,
  given: string | null | undefined,
  { openedOn, today }: { openedOn?: CareTeam['openedOn'] | undefined; today: string },
): string {
  const day = factDay(field, given, today);
  if (openedOn !== undefined) assertNotBefore(field, day, earliestInCase(openedOn));
  return day;
}
