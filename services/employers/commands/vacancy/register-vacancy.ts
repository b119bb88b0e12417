import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import { assertNoPersonalData } from '#shared/no-personal-data.ts';
import { plainText } from '#shared/plain-text.ts';
import type { Vacancy, VacancyDecision, VacancyFacts } from '../../vacancy.ts';

/** Posts to fill. Registering twice changes nothing. */
export function registerVacancy(known: Vacancy | null, { vacancy, today }: { vacancy: VacancyFacts; today: string }): VacancyDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('registeredOn', vacancy.registeredOn, today);
  assertNotBefore('refreshOn', vacancy.refreshOn, vacancy.registeredOn);
  assertNoPersonalData('title', vacancy.title);
  const { id: vacancyId, employerId, municipality, occupation, hoursPerWeek, posts, startsOn, registeredOn } = vacancy;
  return {
    state: { ...vacancy, title: plainText(vacancy.title), proposals: [], freePosts: posts },
    events: [{ type: 'vacancy.registered', data: { vacancyId, employerId, municipality, occupation, hoursPerWeek, posts, startsOn, registeredOn } }],
  };
}
