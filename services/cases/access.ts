import { looksAfter } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Actor } from '#shared/identity/identity.ts';
import type { Case } from './case.ts';
import type { Project } from './project.ts';

/** Everybody who works for the municipality, or with its figures, knows the project; providers and operators do not. */
export function maySeeProject(
  { role, municipalities }: Actor,
  { municipality }: Pick<Project, 'municipality'>,
): boolean {
  return knowsProjects({ role }) && municipalities.includes(municipality);
}

/** Whether the actor's role knows projects anywhere. */
export function knowsProjects({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'PROVIDER' && role !== 'OPERATOR';
}

/** Team leads start and change projects. */
export function mayLeadProject({ role, municipalities }: Actor, municipality: string): boolean {
  return role === 'TEAM_LEAD' && municipalities.includes(municipality);
}

/** Cases are opened by the case managers of the project and by its team lead. */
export function mayOpenCase(actor: Actor, { municipality, caseManagerIds }: Project): boolean {
  if (!actor.municipalities.includes(municipality)) return false;
  return actor.role === 'TEAM_LEAD' || (actor.role === 'CASE_MANAGER' && caseManagerIds.includes(actor.id));
}

/** Whether the actor works with cases at all. Nobody else learns even the id of one. */
export function worksWithCases({ role }: Actor): boolean {
  return role === 'CASE_MANAGER' || role === 'TEAM_LEAD';
}

/** The care team and the team lead see a case. A closed case stays readable for its last team, which answers questions on it and reopens it. */
export function maySeeCase(actor: Actor, known: Case): boolean {
  return looksAfter(actor, { ...known, open: true });
}

/** Whoever may see a case may act in it; the rules say what can still be done in a closed one. */
export const mayActIn = maySeeCase;

/** The named contact and the team lead decide who is on the team. */
export function mayChangeTeam(actor: Actor, known: Case): boolean {
  return mayLeadProject(actor, known.municipality) || (mayActIn(actor, known) && actor.id === known.contactId);
}

/** Exchange meetings are of the town hall as much as of the job centre. */
export function mayExchange({ role, municipalities }: Actor, municipality: string): boolean {
  return takesPartInExchanges({ role }) && municipalities.includes(municipality);
}

/** Whether the actor's role takes part in exchange meetings anywhere. */
export function takesPartInExchanges({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'TOWN_HALL' || role === 'CASE_MANAGER' || role === 'TEAM_LEAD';
}

/** The actor's municipalities, or the one of them that is asked for. */
export function municipalitiesOf({ municipalities }: Actor, asked?: string): string[] {
  return municipalities.filter((ags) => asked === undefined || ags === asked);
}

/** The cases a list may hold for this actor, in one municipality or in all of theirs; null: none. */
export function casesFor(actor: Actor, municipality?: string): Where | null {
  if (actor.role === 'TEAM_LEAD') return { municipality: { in: municipalitiesOf(actor, municipality) } };
  return actor.role === 'CASE_MANAGER'
    ? { careTeam: actor.id, ...(municipality !== undefined && { municipality }) }
    : null;
}

/** The cases on somebody's agenda: one's own; a team lead looks at anybody's, within the own municipalities. */
export function casesOnAgenda({ id, role, municipalities }: Actor, caseManagerId: string): Where | null {
  if (role === 'TEAM_LEAD') return { careTeam: caseManagerId, municipality: { in: municipalities } };
  return role === 'CASE_MANAGER' && caseManagerId === id ? { careTeam: id } : null;
}

/** The cases of which somebody asks what waits: of one case manager, or all that a list may hold for the actor. */
export function casesWaiting(
  actor: Actor,
  { caseManagerId, municipality }: { caseManagerId?: string | undefined; municipality?: string | undefined },
): Where | null {
  const theirs = caseManagerId === undefined ? casesFor(actor, municipality) : casesOnAgenda(actor, caseManagerId);
  return (
    theirs &&
    (municipality === undefined ? theirs : { ...theirs, municipality: { in: municipalitiesOf(actor, municipality) } })
  );
}
