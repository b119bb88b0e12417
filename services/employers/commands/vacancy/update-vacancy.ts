import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore } from '#shared/fact-day.ts';
import { assertNoPersonalData } from '#shared/no-personal-data.ts';
import { plainText } from '#shared/plain-text.ts';
import { Refusal } from '#shared/refusal.ts';
import { isHired, withProposals, type Vacancy, type VacancyDecision, type VacancyFacts } from '../../vacancy.ts';

export type VacancyChanges = Partial<Omit<VacancyFacts, 'id' | 'employerId' | 'registeredOn'>>;

/** What is given replaces what was; `refreshOn` says when the employer is asked again. Never fewer posts than people hired. */
export function updateVacancy(vacancy: Vacancy, { changes, updatedOn }: { changes: VacancyChanges; updatedOn: string }): VacancyDecision {
  const state = withProposals({ ...vacancy, ...changes, title: plainText(changes.title ?? vacancy.title) }, vacancy.proposals);
  if (isDeepStrictEqual(vacancy, state)) return { state: vacancy, events: [] };
  if (vacancy.closed) throw new Refusal('VACANCY_CLOSED', 'The vacancy is closed.');
  if (state.posts < vacancy.proposals.filter(isHired).length) throw new Refusal('VACANCY_FILLED', 'More people are hired than posts would be left.');
  if (state.title !== vacancy.title) assertNoPersonalData('title', state.title);
  assertNotBefore('refreshOn', state.refreshOn, state.registeredOn);
  return { state, events: [{ type: 'vacancy.updated', data: { vacancyId: vacancy.id, employerId: vacancy.employerId, updatedOn, changed: ['FACTS'] } }] };
}
