import { assertNotBefore, assertNotInFuture } from '#shared/fact-day.ts';
import type { Vacancy, VacancyClosing, VacancyDecision } from '../../vacancy.ts';

export type CloseVacancy = { reason: VacancyClosing; closedOn: string; today: string };

/** No more proposals from then on; what was proposed before can still be answered. Closing twice changes nothing. */
export function closeVacancy(vacancy: Vacancy, { reason, closedOn, today }: CloseVacancy): VacancyDecision {
  if (vacancy.closed) return { state: vacancy, events: [] };
  assertNotInFuture('closedOn', closedOn, today);
  assertNotBefore('closedOn', closedOn, vacancy.registeredOn);
  return {
    state: { ...vacancy, closed: { reason, closedOn } },
    events: [{ type: 'vacancy.closed', data: { vacancyId: vacancy.id, employerId: vacancy.employerId, closedOn, reason } }],
  };
}
