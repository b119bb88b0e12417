import { Schema } from 'mongoose';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { Received } from '#shared/contracts/contract.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import { Refusal } from '#shared/refusal.ts';

/**
 * The people who look after a person, as case events tell it: services other than cases authorise by it. The one shared
 * file that knows a service.
 */
export type CareTeam = {
  /** The id of the case. */
  id: string;
  personId: string;
  projectId: string;
  municipality: string;
  contactId: string;
  careTeam: string[];
  open: boolean;
  /** Absent where the event came before this field was stored. */
  openedOn?: string;
};

const careTeamSchema = new Schema<CareTeam>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    projectId: { type: String, required: true },
    municipality: { type: String, required: true },
    contactId: { type: String, required: true },
    careTeam: { type: [String], required: true },
    open: { type: Boolean, required: true },
    openedOn: String,
  },
  { _id: false },
);
// Every answer about a person asks who looks after them.
careTeamSchema.index({ personId: 1 });

export type CareTeams = Collection<CareTeam>;

export function careTeams(documents: Documents): CareTeams {
  return documents.collection('care-teams', careTeamSchema);
}

/**
 * Makes the consumer by which a service knows the care teams. Only the opening of a case names its day; later events
 * keep it.
 */
export function careTeamConsumer(teams: CareTeams): Consumer {
  const keepTeam = (event: Received<typeof caseEvents, 'case.opened' | 'case.careTeamChanged' | 'case.reopened'>) => {
    const { caseId: id, personId, projectId, municipality, contactId, careTeam } = event.data;
    const openedOn = 'openedOn' in event.data ? event.data.openedOn : undefined;
    return teams.project(id, event, (team) => ({
      id,
      personId,
      projectId,
      municipality,
      contactId,
      careTeam,
      open: true,
      ...openingDay(openedOn ?? team?.openedOn),
    }));
  };
  return on(caseEvents, {
    'case.opened': keepTeam,
    'case.careTeamChanged': keepTeam,
    'case.reopened': keepTeam,
    'case.closed': (event) => {
      const { caseId: id, personId, projectId, municipality } = event.data;
      return teams.project(id, event, (team) => ({
        id,
        personId,
        projectId,
        municipality,
        contactId: team?.contactId ?? '-',
        careTeam: team?.careTeam ?? [],
        open: false,
        ...openingDay(team?.openedOn),
      }));
    },
  });
}

const openingDay = (openedOn: string | undefined) => (openedOn === undefined ? {} : { openedOn });

/** Returns the cases of a person, in a service that listens to case events. */
export async function casesOf(teams: CareTeams, personId: string): Promise<CareTeam[]> {
  const { edges } = await teams.find({ where: { personId }, first: 100 });
  return edges.map(({ node }) => node);
}

/** True for the roles that work with persons at all, to list and to change them: case managers and team leads. */
export function worksWithPersons({ role }: Pick<Actor, 'role'>): boolean {
  return role === 'CASE_MANAGER' || role === 'TEAM_LEAD';
}

/**
 * True when this case gives the actor a need to know the person: on the care team, or leading the team of the
 * municipality.
 */
export function looksAfter(
  { id, role, municipalities }: Actor,
  team: Pick<CareTeam, 'careTeam' | 'municipality' | 'open'>,
): boolean {
  if (!team.open) return false;
  if (role === 'CASE_MANAGER') return team.careTeam.includes(id);
  return role === 'TEAM_LEAD' && municipalities.includes(team.municipality);
}

/**
 * Returns the open case through which the actor looks after the person; undefined where the actor may know nothing
 * about the person.
 */
export function caseOfCare(actor: Actor, cases: CareTeam[]): CareTeam | undefined {
  return cases.find((team) => looksAfter(actor, team));
}

/**
 * Returns the open case in which the actor acts for the person. Refuses with FORBIDDEN, or with CASE_UNKNOWN: whether
 * others look after the person is not told.
 */
export function caseToActIn(actor: Actor, cases: CareTeam[]): CareTeam {
  if (!worksWithPersons(actor)) throw new Refusal('FORBIDDEN', 'Only those who look after a person may do this.');
  const team = caseOfCare(actor, cases);
  if (!team) throw new Refusal('CASE_UNKNOWN', 'No open case in which you look after this person is known here yet.');
  return team;
}
