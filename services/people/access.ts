import { caseOfCare, type CareTeam } from '#shared/care-team.ts';
import type { Actor } from '#shared/identity.ts';
import type { Disclosure } from './views/disclosure.ts';

/** Groups of facts about a person. Who has no need to know a group gets null for its fields. */
export type FactGroup = 'NAME' | 'CONTACT' | 'PROFILE' | 'SENSITIVE';

/** What decides: where the person lives, their cases, and what was disclosed to whom. */
export type Known = { municipality: string; cases: CareTeam[]; disclosures: Disclosure[] };

const ALL: ReadonlySet<FactGroup> = new Set(['NAME', 'CONTACT', 'PROFILE', 'SENSITIVE']);
const NONE: ReadonlySet<FactGroup> = new Set();

/**
 * Need to know (§35 SGB I). Case managers: whom they look after, and in their municipalities those nobody looks after
 * yet. Team leads: their municipalities. The employer service: name and contact of those a vacancy was proposed to. A
 * provider: the names of those in its measures. Nobody else: no one.
 */
export function groupsFor(actor: Actor, { municipality, cases, disclosures }: Known): ReadonlySet<FactGroup> {
  const here = actor.municipalities.includes(municipality);
  switch (actor.role) {
    case 'TEAM_LEAD': return here || caseOfCare(actor, cases) ? ALL : NONE;
    case 'CASE_MANAGER': return caseOfCare(actor, cases) || (here && cases.every(({ open }) => !open)) ? ALL : NONE;
    case 'EMPLOYER_SERVICE': return here && disclosures.some(({ to, active }) => active && to === 'EMPLOYER_SERVICE') ? new Set(['NAME', 'CONTACT']) : NONE;
    case 'PROVIDER': return disclosures.some(({ to, active }) => active && to === `PROVIDER/${actor.providerId ?? ''}`) ? new Set(['NAME']) : NONE;
    case 'TOWN_HALL': case 'OPERATOR': case 'ANALYST': return NONE;
  }
}

/** Who may take people of a municipality into the register. */
export function mayRegister({ role, municipalities }: Actor, municipality: string): boolean {
  return (role === 'CASE_MANAGER' || role === 'TEAM_LEAD') && municipalities.includes(municipality);
}

/** Who works with people at all; everybody else need not even ask. */
export function worksWithPersons({ role }: Actor): boolean {
  return role === 'CASE_MANAGER' || role === 'TEAM_LEAD';
}
