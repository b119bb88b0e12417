import type { Sort, Where } from '#shared/documents/query.ts';
import { notWithdrawn, placementEndings } from './placement.ts';

export type PlacementFilter = {
  municipality?: string;
  employerId?: string;
  continuityDueFrom?: string;
  continuityDueBy?: string;
  running?: boolean;
};

/** What a list begins with: whom to ask next whether the work goes on, or what began last. */
export const placementSorts = {
  CONTINUITY_DUE: { by: 'continuityDueOn', direction: 'asc' },
  STARTED_LATEST: { by: 'startedOn', direction: 'desc' },
} as const satisfies Record<string, Sort>;
export type PlacementSort = keyof typeof placementSorts;

/** Returns the filter as a condition of the store. What is due is never what is not followed up any more. */
export function placementsWhere(filter: PlacementFilter, sort: PlacementSort): Where {
  const { municipality, employerId, continuityDueFrom, continuityDueBy, running } = filter;
  const due = sort === 'CONTINUITY_DUE' || continuityDueFrom !== undefined || continuityDueBy !== undefined;
  return {
    ...(municipality !== undefined && { municipality }),
    ...(employerId !== undefined && { employerId }),
    ...(due && {
      continuityDueOn: { from: continuityDueFrom ?? '', ...(continuityDueBy !== undefined && { to: continuityDueBy }) },
    }),
    ...(running !== undefined && { ...notWithdrawn, 'ended.reason': running ? null : { in: placementEndings } }),
  };
}
