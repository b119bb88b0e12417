import { caseOfCare, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Disclosure } from './views/disclosure.ts';

/** Groups of facts about a person. Who has no need to know a group gets null for its fields. Obstacles and disability are sensitive. */
export type FactGroup = 'NAME' | 'CONTACT' | 'PROFILE' | 'SENSITIVE';

/** What decides: where the person lives, their cases, and what was disclosed to whom. */
export type Known = { municipality: string; cases: CareTeam[]; disclosures: Disclosure[] };

type Groups = ReadonlySet<FactGroup>;
const ALL: Groups = new Set(['NAME', 'CONTACT', 'PROFILE', 'SENSITIVE']);
const WITHOUT_SENSITIVE: Groups = new Set(['NAME', 'CONTACT', 'PROFILE']);
const NONE: Groups = new Set();

/**
 * Need to know (§35 SGB I). The care team of the open case and the team lead: everything. Case managers of the
 * municipality while nobody looks after the person: what they need to open a case. The employer service: name and contact
 * of those a vacancy is proposed to in an open case, or who work where it follows up. A provider: the names of those in its measures. Every other role: nothing.
 */
export function groupsFor(actor: Actor, { municipality, cases, disclosures }: Known): Groups {
  const here = actor.municipalities.includes(municipality);
  const disclosedTo = (recipient: string): boolean =>
    disclosures.some((disclosure) => disclosure.to === recipient && holds(disclosure, cases));
  switch (actor.role) {
    case 'TEAM_LEAD':
      return here || caseOfCare(actor, cases) ? ALL : NONE;
    case 'CASE_MANAGER':
      if (caseOfCare(actor, cases)) return ALL;
      return here && cases.every(({ open }) => !open) ? WITHOUT_SENSITIVE : NONE;
    case 'EMPLOYER_SERVICE':
      return here && disclosedTo('EMPLOYER_SERVICE') ? new Set(['NAME', 'CONTACT']) : NONE;
    case 'PROVIDER':
      return actor.providerId !== undefined && disclosedTo(`PROVIDER/${actor.providerId}`) ? new Set(['NAME']) : NONE;
    case 'TOWN_HALL':
    case 'OPERATOR':
    case 'ANALYST':
      return NONE;
  }
}

/** A closed case proposes nobody; a placement is followed up beyond it. */
function holds({ active, over = false, caseId }: Disclosure, cases: CareTeam[]): boolean {
  return active && !over && (caseId === undefined || cases.some(({ id, open }) => id === caseId && open));
}

/** Who may take people of a municipality into the register. */
export function mayRegister({ role, municipalities }: Actor, municipality: string): boolean {
  return worksWithPersons({ role }) && municipalities.includes(municipality);
}

/** Refuses everybody else, and says whether it is the role or the municipality. */
export function assertMayRegister(actor: Actor, municipality: string): void {
  if (!worksWithPersons(actor)) throw new Refusal('FORBIDDEN', 'Only case managers and team leads may do this.');
  if (!mayRegister(actor, municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
}

/** Who learns of a person only because somebody disclosed them. */
export function learnsByDisclosure({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'EMPLOYER_SERVICE' || role === 'PROVIDER';
}
