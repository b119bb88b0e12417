import { caseOfCare, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import { PeopleRefusal } from './refusal.ts';
import type { Disclosure } from './views/disclosure.ts';

/**
 * A group of facts about a person: null for callers who have no need to know it. Obstacles and disability are
 * sensitive.
 */
export type FactGroup = 'NAME' | 'CONTACT' | 'PROFILE' | 'SENSITIVE';
export type FactGroups = ReadonlySet<FactGroup>;

/** What decides: where the person lives, their cases, and to whom they were disclosed. */
export type AccessGrounds = { municipality: string; cases: CareTeam[]; disclosures: Disclosure[] };

const ALL: FactGroups = new Set(['NAME', 'CONTACT', 'PROFILE', 'SENSITIVE']);
const WITHOUT_SENSITIVE: FactGroups = new Set(['NAME', 'CONTACT', 'PROFILE']);
const NAME_AND_CONTACT: FactGroups = new Set(['NAME', 'CONTACT']);
const NAME_ONLY: FactGroups = new Set(['NAME']);
const NONE: FactGroups = new Set();

/**
 * Returns what of a person the actor needs to know (§35 SGB I). The care team of the open case and the team lead:
 * everything. Case managers of the municipality while nobody looks after the person: what they need to open a case. The
 * employer service: name and contact of those a vacancy is proposed to in an open case, or who work where it follows
 * up. A provider: the names of those in its measures. Every other role: nothing.
 */
export function factGroupsFor(actor: Actor, { municipality, cases, disclosures }: AccessGrounds): FactGroups {
  const here = actor.municipalities.includes(municipality);
  const disclosedTo = (recipient: string): boolean =>
    disclosures.some((disclosure) => disclosure.to === recipient && isInForce(disclosure, cases));
  switch (actor.role) {
    case 'TEAM_LEAD':
      return here || caseOfCare(actor, cases) ? ALL : NONE;
    case 'CASE_MANAGER':
      if (caseOfCare(actor, cases)) return ALL;
      return here && cases.every(({ open }) => !open) ? WITHOUT_SENSITIVE : NONE;
    case 'EMPLOYER_SERVICE':
      return here && disclosedTo('EMPLOYER_SERVICE') ? NAME_AND_CONTACT : NONE;
    case 'PROVIDER':
      return actor.providerId !== undefined && disclosedTo(`PROVIDER/${actor.providerId}`) ? NAME_ONLY : NONE;
    case 'TOWN_HALL':
    case 'OPERATOR':
    case 'ANALYST':
      return NONE;
  }
}

/** True while the disclosure holds: a closed case proposes nobody, a placement is followed up beyond it. */
function isInForce({ active, over = false, caseId }: Disclosure, cases: CareTeam[]): boolean {
  return active && !over && (caseId === undefined || cases.some(({ id, open }) => id === caseId && open));
}

/** True for those who may take people of the municipality into the register. */
export function mayRegister({ role, municipalities }: Actor, municipality: string): boolean {
  return worksWithPersons({ role }) && municipalities.includes(municipality);
}

/** Refuses everybody who does not work with people, to list and to change them. */
export function assertWorksWithPersons(actor: Actor): void {
  if (!worksWithPersons(actor)) throw new PeopleRefusal('FORBIDDEN', 'Only case managers and team leads may do this.');
}

/** Refuses everybody else, and tells whether it is the role or the municipality. */
export function assertMayRegister(actor: Actor, municipality: string): void {
  assertWorksWithPersons(actor);
  if (!mayRegister(actor, municipality)) throw new PeopleRefusal('FORBIDDEN', 'You do not work for this municipality.');
}

const byDisclosure: Record<Role, boolean> = {
  CASE_MANAGER: false,
  TEAM_LEAD: false,
  EMPLOYER_SERVICE: true,
  TOWN_HALL: false,
  PROVIDER: true,
  OPERATOR: false,
  ANALYST: false,
};

/** True for those who know of a person only because somebody disclosed them. */
export function learnsByDisclosure({ role }: Pick<Actor, 'role'>): boolean {
  return byDisclosure[role];
}
