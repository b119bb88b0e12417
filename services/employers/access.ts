import { caseToActIn, looksAfter, worksWithPersons, type CareTeam } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Employer } from './employer/employer.ts';
import { openVacancies, vacancyStatus, type Vacancy } from './vacancy/vacancy.ts';

type Role = Pick<Actor, 'role'>;

/** Who keeps the network of employers, in any of these municipalities. */
export function keepsNetwork({ role, municipalities }: Actor, ...places: (string | undefined)[]): boolean {
  return (
    (role === 'EMPLOYER_SERVICE' || role === 'TEAM_LEAD') &&
    places.some((ags) => ags !== undefined && municipalities.includes(ags))
  );
}

/** Those of the job centre who bring people to work. They alone read whom to talk to at a firm, and what was talked about. */
export function bringsToWork({ role }: Role): boolean {
  return role === 'CASE_MANAGER' || role === 'TEAM_LEAD' || role === 'EMPLOYER_SERVICE';
}

/** Employers and vacancies: the job centre in the whole district, a town hall in its municipality; null: not at all. */
export function employersFor(actor: Actor, asked?: readonly string[]): Where | null {
  if (bringsToWork(actor)) return asked === undefined ? {} : { municipality: { in: asked } };
  if (actor.role !== 'TOWN_HALL') return null;
  return { municipality: { in: actor.municipalities.filter((ags) => asked === undefined || asked.includes(ags)) } };
}

export function maySeeEmployer(actor: Actor, { municipality }: Employer): boolean {
  return bringsToWork(actor) || (actor.role === 'TOWN_HALL' && actor.municipalities.includes(municipality));
}

/** In a village, a filled vacancy tells who got the job, so town halls see open ones only. */
export function vacanciesFor(actor: Actor, asked?: readonly string[]): Where | null {
  const where = employersFor(actor, asked);
  return where && actor.role === 'TOWN_HALL' ? { ...where, ...openVacancies } : where;
}

export function maySeeVacancy(actor: Actor, vacancy: Vacancy): boolean {
  if (actor.role === 'TOWN_HALL')
    return (
      vacancy.municipality !== undefined &&
      actor.municipalities.includes(vacancy.municipality) &&
      vacancyStatus(vacancy) === 'OPEN'
    );
  return bringsToWork(actor);
}

/** Who has to do with leads at all: town halls, and the job centre. */
export function worksWithLeads({ role }: Role): boolean {
  return role === 'TOWN_HALL' || bringsToWork({ role });
}

/** Leads of one's own municipalities are reported and read: the reporter sees what became of them. */
export function maySeeLead(actor: Actor, municipality: string): boolean {
  return worksWithLeads(actor) && actor.municipalities.includes(municipality);
}

/** People who may fit a vacancy, pseudonymous: for those who look for people to fill it, in their municipalities. */
export function seesCandidates({ role }: Role): boolean {
  return role === 'EMPLOYER_SERVICE' || role === 'TEAM_LEAD';
}

/**
 * The open case in which work begins. The employer service begins what a proposal led to, and nothing else: a placement
 * tells it name and contact, and who is told is decided by those who look after the person.
 */
export function caseToBeginIn(actor: Actor, cases: CareTeam[], { fromProposal }: { fromProposal: boolean }): CareTeam {
  if (actor.role !== 'EMPLOYER_SERVICE' || !fromProposal) return caseToActIn(actor, cases);
  const team = cases.find(({ open, municipality }) => open && actor.municipalities.includes(municipality));
  if (!team) throw new Refusal('CASE_UNKNOWN', 'No open case of this person is known here yet.');
  return team;
}

/**
 * What tells of a person's health or disability: for those who look after them. The employer service reads a placement beside name
 * and contact, and needs none of that to follow it up (§35 SGB I, Art. 9 GDPR).
 */
export function seesHealth(actor: Role): boolean {
  return worksWithPersons(actor);
}

/** Proposals and placements of a person: for who looks after them, and the employer service of the municipality. */
export function maySeePlacements(actor: Actor, cases: CareTeam[]): boolean {
  return current(cases).some(
    (team) =>
      looksAfter(actor, team) ||
      (actor.role === 'EMPLOYER_SERVICE' && actor.municipalities.includes(team.municipality)),
  );
}

/** The open cases; where none is open any more, the same people go on with what was begun: work is followed up for months. */
function current(cases: CareTeam[]): CareTeam[] {
  const open = cases.filter((team) => team.open);
  return open.length > 0 ? open : cases.map((team) => ({ ...team, open: true }));
}
