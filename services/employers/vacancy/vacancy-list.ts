import type { Sort, Where } from '#shared/documents/query.ts';
import { openVacancies, unavailableVacancies } from './vacancy.ts';

export type VacancyFilter = {
  occupation?: string;
  maxHoursPerWeek?: number;
  startsFrom?: string;
  open?: boolean;
  staleBefore?: string;
  employerId?: string;
};

/**
 * What a list begins with: work that begins late or soon, what is new, or whom to ask whether the vacancy still stands.
 */
export const vacancySorts = {
  STARTS_ON_LATEST: { by: 'startsOn', direction: 'desc' },
  STARTS_ON: { by: 'startsOn', direction: 'asc' },
  NEWEST: { by: 'registeredOn', direction: 'desc' },
  REFRESH_ON: { by: 'refreshOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;
export type VacancySort = keyof typeof vacancySorts;

/** Returns the filter as a condition of the store. A field that is absent asks for nothing. */
export function vacanciesWhere(filter: VacancyFilter): Where {
  const { occupation, maxHoursPerWeek, startsFrom, open, staleBefore, employerId } = filter;
  return {
    ...(occupation !== undefined && { occupation: { prefix: occupation } }),
    ...(maxHoursPerWeek !== undefined && { hoursPerWeek: { to: maxHoursPerWeek } }),
    ...(startsFrom !== undefined && { startsOn: { from: startsFrom } }),
    ...(open !== undefined && (open ? openVacancies : unavailableVacancies)),
    ...(staleBefore !== undefined && { refreshOn: { before: staleBefore } }),
    ...(employerId !== undefined && { employerId }),
  };
}
