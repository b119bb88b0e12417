import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { withProposals, type Vacancy, type VacancyClosing, type VacancyDecision } from '../../vacancy/vacancy.ts';
import { endProposals } from './end-proposals.ts';

export type CloseVacancy = { reason: VacancyClosing; closedOn: string; today: string };

/**
 * Closes a vacancy: nothing is proposed from then on, and open proposals end with it. With them, the employer service
 * loses names and contacts. Closing twice changes nothing.
 */
export function closeVacancy(vacancy: Vacancy, { reason, closedOn, today }: CloseVacancy): VacancyDecision {
  if (vacancy.closed) return { state: vacancy, events: [] };
  assertNotInFuture('closedOn', closedOn, today);
  assertNotBefore('closedOn', closedOn, vacancy.registeredOn);
  const { state, events } = endProposals(
    withProposals({ ...vacancy, closed: { reason, closedOn } }, vacancy.proposals),
  );
  return {
    state,
    events: [
      { type: 'vacancy.closed', data: { vacancyId: vacancy.id, employerId: vacancy.employerId, closedOn, reason } },
      ...events,
    ],
  };
}
