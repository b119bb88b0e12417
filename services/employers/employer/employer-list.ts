import type { Sort, Where } from '#shared/documents/query.ts';
import { employerSortName, type Employer } from './employer.ts';

export type EmployerFilter = {
  municipality?: string;
  kind?: Employer['kind'];
  name?: string;
  callAgainBefore?: string;
};

/** What a list begins with: the alphabet, or the earliest call that was promised. */
export const employerSorts = {
  NAME: { by: 'sortName', direction: 'asc' },
  CALL_AGAIN: { by: 'callAgainOn', direction: 'asc' },
} as const satisfies Record<string, Sort>;
export type EmployerSort = keyof typeof employerSorts;

/** True when a list asks for the calls that the job centre promised. */
export function asksForCalls({ callAgainBefore }: EmployerFilter, sort: EmployerSort): boolean {
  return sort === 'CALL_AGAIN' || callAgainBefore !== undefined;
}

/** Returns the filter as a condition of the store, but for the municipality, which access decides on. */
export function employersWhere(filter: EmployerFilter, sort: EmployerSort): Where {
  const { kind, name, callAgainBefore } = filter;
  return {
    ...(kind !== undefined && { kind }),
    ...(name !== undefined && { sortName: { prefix: employerSortName(name) } }),
    ...(asksForCalls(filter, sort) && {
      callAgainOn: { from: '', ...(callAgainBefore !== undefined && { before: callAgainBefore }) },
    }),
  };
}
