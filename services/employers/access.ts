import { caseToActIn, looksAfter, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import type { Employer } from './employer/employer.ts';
import { EmployerRefusal } from './refusal.ts';
import { openVacancies, vacancyStatus, type Vacancy } from './vacancy/vacancy.ts';

type Right =
  /** Registers and changes employers and vacancies of the own municipalities, and follows up leads. */
  | 'KEEP_NETWORK'
  /** Brings people to work: reads the network of the whole district, contacts at firms and talks with them included. */
  | 'BRING_TO_WORK'
  /** Reads employers and open vacancies of the own municipalities, and nothing about people. */
  | 'READ_OWN_MUNICIPALITY'
  /** Reports and reads leads of the own municipalities. */
  | 'WORK_WITH_LEADS'
  /** Looks for people to fill a vacancy. */
  | 'LOOK_FOR_CANDIDATES'
  /** Follows up proposals and placements of the own municipalities, of people it does not look after. */
  | 'FOLLOW_UP_WORK';

/** What a role may do in the network. A new role may do nothing until it stands here. */
const rights: Record<Role, readonly Right[]> = {
  CASE_MANAGER: ['BRING_TO_WORK', 'WORK_WITH_LEADS'],
  TEAM_LEAD: ['KEEP_NETWORK', 'BRING_TO_WORK', 'WORK_WITH_LEADS', 'LOOK_FOR_CANDIDATES'],
  EMPLOYER_SERVICE: ['KEEP_NETWORK', 'BRING_TO_WORK', 'WORK_WITH_LEADS', 'LOOK_FOR_CANDIDATES', 'FOLLOW_UP_WORK'],
  TOWN_HALL: ['READ_OWN_MUNICIPALITY', 'WORK_WITH_LEADS'],
  PROVIDER: [],
  OPERATOR: [],
  ANALYST: [],
};

const may = ({ role }: Pick<Actor, 'role'>, right: Right): boolean => rights[role].includes(right);

/** True when the actor keeps the network of employers in any of these municipalities. */
export function keepsNetwork(actor: Actor, ...places: (string | undefined)[]): boolean {
  return may(actor, 'KEEP_NETWORK') && places.some((ags) => ags !== undefined && actor.municipalities.includes(ags));
}

/** True for those who bring people to work. They alone read the contact person at a firm, and what was talked about. */
export function bringsToWork(actor: Pick<Actor, 'role'>): boolean {
  return may(actor, 'BRING_TO_WORK');
}

/**
 * Returns a condition of the store for the employers that the actor may see: the job centre those of the whole
 * district, a town hall those of its municipality. Null where the network is not for the actor.
 */
export function employersFor(actor: Actor, municipalities?: readonly string[]): Where | null {
  if (bringsToWork(actor)) return municipalities === undefined ? {} : { municipality: { in: municipalities } };
  if (!may(actor, 'READ_OWN_MUNICIPALITY')) return null;
  return { municipality: { in: actor.municipalities.filter((ags) => municipalities?.includes(ags) ?? true) } };
}

/** True when the actor may see the employer. */
export function maySeeEmployer(actor: Actor, { municipality }: Employer): boolean {
  return bringsToWork(actor) || (may(actor, 'READ_OWN_MUNICIPALITY') && actor.municipalities.includes(municipality));
}

/**
 * Returns the same for vacancies. In a village, a filled vacancy tells who got the job: town halls see open ones only.
 */
export function vacanciesFor(actor: Actor, municipalities?: readonly string[]): Where | null {
  const where = employersFor(actor, municipalities);
  return where && !bringsToWork(actor) ? { ...where, ...openVacancies } : where;
}

/** True when the actor may see the vacancy. */
export function maySeeVacancy(actor: Actor, vacancy: Vacancy): boolean {
  if (bringsToWork(actor)) return true;
  return (
    may(actor, 'READ_OWN_MUNICIPALITY') &&
    vacancy.municipality !== undefined &&
    actor.municipalities.includes(vacancy.municipality) &&
    vacancyStatus(vacancy) === 'OPEN'
  );
}

/** True for those who have to do with leads at all: town halls, and the job centre. */
export function worksWithLeads(actor: Pick<Actor, 'role'>): boolean {
  return may(actor, 'WORK_WITH_LEADS');
}

/** True for leads of the actor's own municipalities: reporters see what became of theirs. */
export function maySeeLead(actor: Actor, municipality: string): boolean {
  return worksWithLeads(actor) && actor.municipalities.includes(municipality);
}

/** True for those who look for people to fill a vacancy. They see them pseudonymous, in their municipalities. */
export function seesCandidates(actor: Pick<Actor, 'role'>): boolean {
  return may(actor, 'LOOK_FOR_CANDIDATES');
}

/**
 * Returns the open case in which work begins. The employer service begins what a proposal led to, and nothing else: a
 * placement tells it name and contact, and those who look after the person decide who is told. Refused with FORBIDDEN
 * or CASE_UNKNOWN.
 */
export function caseToBeginIn(actor: Actor, cases: CareTeam[], { fromProposal }: { fromProposal: boolean }): CareTeam {
  if (!fromProposal || !may(actor, 'FOLLOW_UP_WORK')) return caseToActIn(actor, cases);
  const team = cases.find(({ open, municipality }) => open && actor.municipalities.includes(municipality));
  if (!team) throw new EmployerRefusal('CASE_UNKNOWN', 'No open case of this person is known here yet.');
  return team;
}

/**
 * True for those who look after people: what tells of health or disability is for them alone. The employer service
 * reads a placement beside name and contact, and needs none of that to follow it up (§35 SGB I, Art. 9 GDPR).
 */
export function seesHealth(actor: Pick<Actor, 'role'>): boolean {
  return worksWithPersons(actor);
}

/** True for those who look after the person, and for the employer service of the municipality. */
export function maySeePlacements(actor: Actor, cases: CareTeam[]): boolean {
  return casesThatDecide(cases).some(
    (team) =>
      looksAfter(actor, team) || (may(actor, 'FOLLOW_UP_WORK') && actor.municipalities.includes(team.municipality)),
  );
}

/**
 * Returns the open cases. Where none is open any more, those of the last ones go on with what was begun: work is
 * followed up for months.
 */
function casesThatDecide(cases: CareTeam[]): CareTeam[] {
  const open = cases.filter((team) => team.open);
  return open.length > 0 ? open : cases.map((team) => ({ ...team, open: true }));
}
