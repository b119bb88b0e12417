import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '#shared/refusal.ts';
import { isHired, withProposals, type Vacancy, type VacancyDecision } from '../vacancy.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

export type VacancyFacts = Omit<Vacancy, 'proposals' | 'freePosts' | 'closed'>;

/** Posts to fill. Registering twice changes nothing. */
export function registerVacancy(known: Vacancy | null, { vacancy, today }: { vacancy: VacancyFacts; today: string }): VacancyDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('registeredOn', vacancy.registeredOn, today);
  assertNotBefore('refreshOn', vacancy.refreshOn, vacancy.registeredOn);
  const { id: vacancyId, employerId, municipality, occupation, hoursPerWeek, posts, startsOn, registeredOn } = vacancy;
  return {
    state: { ...vacancy, proposals: [], freePosts: posts },
    events: [{ type: 'vacancy.registered', data: { vacancyId, employerId, municipality, occupation, hoursPerWeek, posts, startsOn, registeredOn } }],
  };
}

/** What is given replaces what was; `refreshOn` says when the employer is asked again. Refused with VACANCY_CLOSED or VACANCY_FILLED. */
export function updateVacancy(vacancy: Vacancy, { update, on }: { update: Partial<VacancyFacts>; on: string }): VacancyDecision {
  const state = withProposals({ ...vacancy, ...update }, vacancy.proposals);
  if (isDeepStrictEqual(vacancy, state)) return { state: vacancy, events: [] };
  if (vacancy.closed) throw new Refusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (state.posts < vacancy.proposals.filter(isHired).length) throw new Refusal('VACANCY_FILLED', 'More people are hired than posts would be left.');
  return { state, events: [{ type: 'vacancy.updated', data: { vacancyId: vacancy.id, employerId: vacancy.employerId, updatedOn: on, changed: ['FACTS'] } }] };
}

/** No more proposals from then on. Closing twice changes nothing. */
export function closeVacancy(vacancy: Vacancy, { reason, closedOn, today }: NonNullable<Vacancy['closed']> & { today: string }): VacancyDecision {
  if (vacancy.closed) return { state: vacancy, events: [] };
  assertNotInFuture('closedOn', closedOn, today);
  assertNotBefore('closedOn', closedOn, vacancy.registeredOn);
  return { state: { ...vacancy, closed: { reason, closedOn } }, events: [{ type: 'vacancy.closed', data: { vacancyId: vacancy.id, employerId: vacancy.employerId, closedOn, reason } }] };
}
