import { looksAfter, type CareTeam } from '#shared/care-team.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { KnownProject } from './views/known-project.ts';

/**
 * How much of a report somebody may see. EXACT with the events behind every figure: the team. PROTECTED counts without
 * events: those who only need to know how it goes.
 */
export type ReportAccess = 'EXACT' | 'PROTECTED' | 'NONE';

export function reportAccess(
  { id, role, municipalities }: Actor,
  { municipality, caseManagerIds }: Pick<KnownProject, 'municipality' | 'caseManagerIds'>,
): ReportAccess {
  if (!municipalities.includes(municipality)) return 'NONE';
  switch (role) {
    case 'TEAM_LEAD':
      return 'EXACT';
    case 'CASE_MANAGER':
      return caseManagerIds.includes(id) ? 'EXACT' : 'PROTECTED';
    case 'TOWN_HALL':
    case 'ANALYST':
      return 'PROTECTED';
    case 'EMPLOYER_SERVICE':
    case 'PROVIDER':
    case 'OPERATOR':
      return 'NONE';
  }
}

/** True for the team of the case, also after it was closed, and for who looks after the person now. */
export function mayReadTimeline(actor: Actor, team: CareTeam, ofPerson: readonly CareTeam[]): boolean {
  return looksAfter(actor, { ...team, open: true }) || ofPerson.some((each) => looksAfter(actor, each));
}
