import type { Where } from '#shared/documents/query.ts';
import type { Actor } from '#shared/identity.ts';

/** Who keeps the network of employers. */
export function keepsNetwork({ role, municipalities }: Actor, municipality: string): boolean {
  return (role === 'EMPLOYER_SERVICE' || role === 'TEAM_LEAD') && municipalities.includes(municipality);
}

/** Business data of employers and vacancies: everybody who works towards work; not providers and operators. */
export function maySeeNetwork({ role }: Actor): boolean {
  return ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE', 'TOWN_HALL'].includes(role);
}

/** A town hall looks at its own municipality; the others at the whole district. */
export function networkOf({ role, municipalities }: Actor): Where {
  return role === 'TOWN_HALL' ? { municipality: { in: municipalities } } : {};
}

export function mayReportLead({ role, municipalities }: Actor, municipality: string): boolean {
  return ['TOWN_HALL', 'CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE'].includes(role) && municipalities.includes(municipality);
}

/** Leads of one's own municipalities: the reporter sees what became of them. */
export const maySeeLead = mayReportLead;

/** Who may see what of people is behind a vacancy: its proposals, its placements. */
export function worksWithPlacements({ role }: Actor): boolean {
  return role === 'CASE_MANAGER' || role === 'TEAM_LEAD' || role === 'EMPLOYER_SERVICE';
}
