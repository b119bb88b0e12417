import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import type { Project } from '../../project.ts';
import { team, type Team } from './team.ts';

export type OpenCase = Team & {
  caseId: string;
  personId: string;
  project: Project;
  /** The user who opens it. */
  actingId: string;
  /** Where the people service says the person lives; undefined when it has not said anything about them. */
  livesIn: string | undefined;
  openedOn?: string;
  today: string;
};

/** A person is looked after in a project from now on. Refused with PERSON_UNKNOWN, PERSON_OF_ANOTHER_MUNICIPALITY, PROJECT_ENDED, CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER. */
export function openCase(
  known: Case | null,
  { caseId: id, personId, project, livesIn, actingId, openedOn, today, ...given }: OpenCase,
): CaseDecision {
  if (known) return { state: known, events: [] };
  if (livesIn === undefined) throw new Refusal('PERSON_UNKNOWN', 'Nothing is known here of this person yet.');
  if (livesIn !== project.municipality)
    throw new Refusal(
      'PERSON_OF_ANOTHER_MUNICIPALITY',
      'The person lives in another municipality than the project is in.',
    );
  const on = factDay('openedOn', openedOn, today);
  assertNotBefore('openedOn', on, project.startedOn);
  if (project.endedOn !== undefined && on > project.endedOn)
    throw new Refusal('PROJECT_ENDED', 'The project has ended.');

  const state: Case = {
    id,
    personId,
    projectId: project.id,
    municipality: project.municipality,
    openedOn: on,
    openFor: personId,
    ...team(given, { project, actingId }),
    history: [{ status: 'OPEN', on }],
    interviews: [],
    assessments: [],
    notAgreed: [],
  };
  const { contactId, careTeam } = state;
  return { state, events: [{ type: 'case.opened', data: { ...ofCase(state), contactId, careTeam, openedOn: on } }] };
}
