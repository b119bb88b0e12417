import { looksAfter } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import type { Case } from './case/case.ts';
import type { Project } from './project/project.ts';

type Subject = 'PROJECTS' | 'CASES' | 'EXCHANGES';

/** What a role has to do with: within its municipalities, and for case managers within their care teams. */
const subjects: Record<Role, readonly Subject[]> = {
  CASE_MANAGER: ['PROJECTS', 'CASES', 'EXCHANGES'],
  TEAM_LEAD: ['PROJECTS', 'CASES', 'EXCHANGES'],
  EMPLOYER_SERVICE: ['PROJECTS'],
  TOWN_HALL: ['PROJECTS', 'EXCHANGES'],
  PROVIDER: [],
  OPERATOR: [],
  ANALYST: ['PROJECTS'],
};

/** True when the actor's role knows projects anywhere: it works for a municipality, or with its figures. */
export function knowsProjects({ role }: Pick<Actor, 'role'>): boolean {
  return subjects[role].includes('PROJECTS');
}

/** True when the actor works with cases at all. Nobody else learns even the id of one. */
export function worksWithCases({ role }: Pick<Actor, 'role'>): boolean {
  return subjects[role].includes('CASES');
}

/** True when the actor's role takes part in exchange meetings anywhere. */
export function takesPartInExchanges({ role }: Pick<Actor, 'role'>): boolean {
  return subjects[role].includes('EXCHANGES');
}

/** True when the actor knows projects, and this one is in a municipality of theirs. */
export function maySeeProject(actor: Actor, { municipality }: Pick<Project, 'municipality'>): boolean {
  return knowsProjects(actor) && actor.municipalities.includes(municipality);
}

/** True for the team leads of the municipality, who start and change projects. */
export function mayLeadProject({ role, municipalities }: Actor, municipality: string): boolean {
  return role === 'TEAM_LEAD' && municipalities.includes(municipality);
}

/** True for the case managers of the project and for its team lead. */
export function mayOpenCase(actor: Actor, { municipality, caseManagerIds }: Project): boolean {
  if (!actor.municipalities.includes(municipality)) return false;
  return actor.role === 'TEAM_LEAD' || (actor.role === 'CASE_MANAGER' && caseManagerIds.includes(actor.id));
}

/**
 * True for the care team and the team lead. A closed case stays readable for its last team, which answers questions on
 * it and reopens it. Whoever may see a case may act in it; the rules say what can still be done in a closed one.
 */
export function maySeeCase(actor: Actor, { careTeam, municipality }: Case): boolean {
  return looksAfter(actor, { careTeam, municipality, open: true });
}

/** True for the named contact and the team lead, who decide who is on the team. */
export function mayChangeTeam(actor: Actor, state: Case): boolean {
  return mayLeadProject(actor, state.municipality) || (maySeeCase(actor, state) && actor.id === state.contactId);
}

/** True for the job centre team and the town hall of the municipality: exchange meetings are of both. */
export function mayExchange(actor: Actor, municipality: string): boolean {
  return takesPartInExchanges(actor) && actor.municipalities.includes(municipality);
}

/** Returns the actor's municipalities, or the one of them that is asked for. */
export function municipalitiesOf({ municipalities }: Actor, asked?: string): string[] {
  return municipalities.filter((ags) => asked === undefined || ags === asked);
}

/** Returns the cases a list may hold for this actor, in one municipality or in all of theirs; null for none. */
export function casesFor(actor: Actor, municipality?: string): Where | null {
  if (actor.role === 'TEAM_LEAD') return { municipality: { in: municipalitiesOf(actor, municipality) } };
  return actor.role === 'CASE_MANAGER'
    ? { careTeam: actor.id, ...(municipality !== undefined && { municipality }) }
    : null;
}

/** Returns the cases on an agenda: one's own; a team lead looks at anybody's, within the own municipalities. */
export function casesOnAgenda({ id, role, municipalities }: Actor, caseManagerId: string): Where | null {
  if (role === 'TEAM_LEAD') return { careTeam: caseManagerId, municipality: { in: municipalities } };
  return role === 'CASE_MANAGER' && caseManagerId === id ? { careTeam: id } : null;
}

/** Returns the cases to be asked for what waits: of one case manager, or all that a list may hold for the actor. */
export function casesWaiting(
  actor: Actor,
  { caseManagerId, municipality }: { caseManagerId?: string; municipality?: string },
): Where | null {
  const cases = caseManagerId === undefined ? casesFor(actor, municipality) : casesOnAgenda(actor, caseManagerId);
  return (
    cases &&
    (municipality === undefined ? cases : { ...cases, municipality: { in: municipalitiesOf(actor, municipality) } })
  );
}
