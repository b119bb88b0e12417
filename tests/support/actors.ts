import type { CareTeam } from '#shared/care-team.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';

/** Two municipalities of the district: one in which the actors work, and one in which only Erik and Lenz do. */
export const einhausen = '06431006';
export const rimbach = '06431019';

/** The people who act in tests, by role. */
export const anna: Actor = { id: 'anna', role: 'CASE_MANAGER', municipalities: [einhausen] };
export const jonas: Actor = { id: 'jonas', role: 'CASE_MANAGER', municipalities: [einhausen] };
export const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [einhausen] };
export const carla: Actor = { id: 'carla', role: 'EMPLOYER_SERVICE', municipalities: [einhausen] };
export const dora: Actor = { id: 'dora', role: 'EMPLOYER_SERVICE', municipalities: [einhausen] };
export const erik: Actor = { id: 'erik', role: 'EMPLOYER_SERVICE', municipalities: [rimbach] };
export const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [einhausen] };
export const kurs: Actor = { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' };
export const olaf: Actor = { id: 'olaf', role: 'OPERATOR', municipalities: [] };
export const lenz: Actor = { id: 'lenz', role: 'ANALYST', municipalities: [einhausen, rimbach] };

/** Returns somebody of this role who works in Einhausen. */
export function actorOf(role: Role, changes: Partial<Actor> = {}): Actor {
  return { id: 'anna', role, municipalities: [einhausen], ...changes };
}

/** Returns the roles of which somebody in Einhausen may do something. */
export function rolesThat(may: (actor: Actor) => boolean): Role[] {
  return roles.filter((role) => may(actorOf(role)));
}

/** Returns the care team of an open case of Ada in Einhausen. */
export function careTeamOf(careTeam: string[], changes: Partial<CareTeam> = {}): CareTeam {
  return {
    id: 'c-ada',
    personId: 'p-ada',
    projectId: 'eh',
    municipality: einhausen,
    contactId: 'anna',
    careTeam,
    open: true,
    ...changes,
  };
}
