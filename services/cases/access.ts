import { looksAfter } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Actor } from '#shared/identity.ts';
import { isOpen, type Case } from './case.ts';
import type { Project } from './project.ts';

/** Everybody who works for the municipality, or with its figures, knows the project; providers and operators do not. */
export function maySeeProject({ role, municipalities }: Actor, { municipality }: Pick<Project, 'municipality'>): boolean {
  return role !== 'PROVIDER' && role !== 'OPERATOR' && municipalities.includes(municipality);
}

/** Team leads start and change projects. */
export function mayLeadProject({ role, municipalities }: Actor, municipality: string): boolean {
  return role === 'TEAM_LEAD' && municipalities.includes(municipality);
}

/** Who may open a case: the case managers of the project, and who leads them. */
export function mayOpenCase(actor: Actor, { municipality, caseManagerIds }: Project): boolean {
  return mayLeadProject(actor, municipality) || (actor.role === 'CASE_MANAGER' && caseManagerIds.includes(actor.id));
}

/** The team of the case; after it was closed, the same people may still read it. */
export function maySeeCase(actor: Actor, known: Case): boolean {
  return looksAfter(actor, { ...known, open: true });
}

/** Whoever may see a case may act in it; who may not see it cannot do anything by guessing its id. */
export const mayActIn = maySeeCase;

export function mayChangeTeam(actor: Actor, known: Case): boolean {
  return isOpen(known) && (mayLeadProject(actor, known.municipality) || actor.id === known.contactId);
}

/** Exchange meetings are of the town hall as much as of the job centre. */
export function mayExchange({ role, municipalities }: Actor, municipality: string): boolean {
  return ['CASE_MANAGER', 'TEAM_LEAD', 'TOWN_HALL'].includes(role) && municipalities.includes(municipality);
}

/** The cases a list may hold for this actor; null: none. */
export function casesFor({ id, role, municipalities }: Actor): Where | null {
  if (role === 'TEAM_LEAD') return { municipality: { in: municipalities } };
  return role === 'CASE_MANAGER' ? { careTeam: id } : null;
}
