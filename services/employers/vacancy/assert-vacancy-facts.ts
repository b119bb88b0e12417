import { assertNotBefore, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { EmployerRefusal } from '../refusal.ts';
import type { VacancyFacts } from './vacancy.ts';

/** Refuses with INVALID_INPUT what no vacancy may be, however it came about. */
export function assertVacancyFacts(vacancy: VacancyFacts): void {
  const { municipality, place, hoursPerWeek, posts, startsOn, registeredOn, refreshOn } = vacancy;
  if (municipality === undefined && place === undefined)
    throw new EmployerRefusal('INVALID_INPUT', 'is needed where the work is outside the district.', 'place');
  if (hoursPerWeek < 1 || hoursPerWeek > 48) throw new EmployerRefusal('INVALID_INPUT', 'from 1 to 48', 'hoursPerWeek');
  if (posts < 1 || posts > 500) throw new EmployerRefusal('INVALID_INPUT', 'from 1 to 500', 'posts');
  assertNotBefore('startsOn', startsOn, FIRST_DAY);
  assertNotBefore('refreshOn', refreshOn, registeredOn);
}
