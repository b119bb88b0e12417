import type { Actor } from '#shared/identity.ts';
import type { KnownProject } from './views/known.ts';

/** EXACT with the events behind every figure: the team. COUNTS with small ones hidden: town hall, analysts, employer service. */
export type ReportAccess = 'EXACT' | 'COUNTS' | 'NONE';

export function reportAccess({ id, role, municipalities }: Actor, { municipality, caseManagerIds }: KnownProject): ReportAccess {
  if (!municipalities.includes(municipality)) return 'NONE';
  switch (role) {
    case 'TEAM_LEAD': return 'EXACT';
    case 'CASE_MANAGER': return caseManagerIds.includes(id) ? 'EXACT' : 'COUNTS';
    case 'TOWN_HALL': case 'ANALYST': case 'EMPLOYER_SERVICE': return 'COUNTS';
    case 'PROVIDER': case 'OPERATOR': return 'NONE';
  }
}
