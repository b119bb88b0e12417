import { assertNotBefore, assertNotInFuture, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import type { Vacancy, VacancyDecision, VacancyFacts } from '../../vacancy/vacancy.ts';
import { assertVacancyFacts } from '../../vacancy/assert-vacancy-facts.ts';

/** Registers posts to fill, in a municipality of the district or outside it. Registering twice changes nothing. */
export function registerVacancy(
  existing: Vacancy | null,
  { vacancy, today }: { vacancy: VacancyFacts; today: string },
): VacancyDecision {
  if (existing) return { state: existing, events: [] };
  if (vacancy.municipality !== undefined) assertMunicipality(vacancy.municipality);
  assertNotInFuture('registeredOn', vacancy.registeredOn, today);
  assertNotBefore('registeredOn', vacancy.registeredOn, FIRST_DAY);
  assertVacancyFacts(vacancy);
  assertNoPersonalData('title', vacancy.title);
  return {
    state: { ...vacancy, title: plainText(vacancy.title), proposals: [], freePosts: vacancy.posts },
    events: [registrationEvent(vacancy)],
  };
}

function registrationEvent({
  id: vacancyId,
  employerId,
  municipality,
  occupation,
  hoursPerWeek,
  posts,
  startsOn,
  registeredOn,
}: VacancyFacts): VacancyDecision['events'][number] {
  const data = { vacancyId, employerId, occupation, hoursPerWeek, posts, startsOn, registeredOn };
  return municipality === undefined
    ? { type: 'vacancy.registeredOutside', data }
    : { type: 'vacancy.registered', data: { ...data, municipality } };
}
