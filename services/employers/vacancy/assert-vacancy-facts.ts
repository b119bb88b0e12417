import { assertNotBefore, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { VacancyFacts } from './vacancy.ts';

/** What holds for every vacancy, however it came about. */
export function assertVacancyFacts({
  municipality,
  place,
  hoursPerWeek,
  posts,
  startsOn,
  registeredOn,
  refreshOn,
}: VacancyFacts): void {
  if (municipality === undefined && place === undefined)
    throw new Refusal('INVALID_INPUT', 'place: is needed where the work is outside the district.');
  if (hoursPerWeek < 1 || hoursPerWeek > 48) throw new Refusal('INVALID_INPUT', 'hoursPerWeek: from 1 to 48');
  if (posts < 1 || posts > 500) throw new Refusal('INVALID_INPUT', 'posts: from 1 to 500');
  assertNotBefore('startsOn', startsOn, FIRST_DAY);
  assertNotBefore('refreshOn', refreshOn, registeredOn);
}
