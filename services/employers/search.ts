import type { Sort, Where } from '#shared/documents/query.ts';
import { placementEndings, standing } from './placement.ts';
import { openVacancies, vacanciesOver } from './vacancy.ts';

export type VacancyFilter = {
  occupation?: string;
  maxHoursPerWeek?: number;
  startsFrom?: string;
  open?: boolean;
  staleBefore?: string;
  employerId?: string;
};

export type PlacementFilter = {
  municipality?: string;
  employerId?: string;
  continuityDueFrom?: string;
  continuityDueBy?: string;
  running?: boolean;
};

/**
 * What a screen shows first: what begins late or soon, what is new, or whom to ask whether the vacancy still stands.
 */
export const vacancySorts = {
  STARTS_ON_LATEST: { by: 'startsOn', direction: 'desc' },
  STARTS_ON: { by: 'startsOn', direction: 'asc' },
  NEWEST: { by: 'registeredOn', direction: 'desc' },
  REFRESH_ON: { by: 'refreshOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;
export type VacancySort = keyof typeof vacancySorts;

/** The search as a condition on stored vacancies. What is absent asks for nothing. */
export function searchOf({
  occupation,
  maxHoursPerWeek,
  startsFrom,
  open,
  staleBefore,
  employerId,
}: VacancyFilter): Where {
  return {
    ...(occupation !== undefined && { occupation: { prefix: occupation } }),
    ...(maxHoursPerWeek !== undefined && { hoursPerWeek: { to: maxHoursPerWeek } }),
    ...(startsFrom !== undefined && { startsOn: { from: startsFrom } }),
    ...(open !== undefined && (open ? openVacancies : vacanciesOver)),
    ...(staleBefore !== undefined && { refreshOn: { before: staleBefore } }),
    ...(employerId !== undefined && { employerId }),
  };
}

/** Whom to ask next whether the work goes on, or what began last. */
export const placementSorts = {
  CONTINUITY_DUE: { by: 'continuityDueOn', direction: 'asc' },
  STARTED_LATEST: { by: 'startedOn', direction: 'desc' },
} as const satisfies Record<string, Sort>;
export type PlacementSort = keyof typeof placementSorts;

/** The search as a condition on stored placements. What is due is never what is not followed up any more. */
export function placementsOf(
  { municipality, employerId, continuityDueFrom, continuityDueBy, running }: PlacementFilter,
  sort: PlacementSort,
): Where {
  const due = sort === 'CONTINUITY_DUE' || continuityDueFrom !== undefined || continuityDueBy !== undefined;
  return {
    ...(municipality !== undefined && { municipality }),
    ...(employerId !== undefined && { employerId }),
    ...(due && {
      continuityDueOn: { from: continuityDueFrom ?? '', ...(continuityDueBy !== undefined && { to: continuityDueBy }) },
    }),
    ...(running !== undefined && { ...standing, 'ended.reason': running ? null : { in: placementEndings } }),
  };
}
