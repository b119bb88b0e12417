import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { careTeamOf, type NamedTeam } from '../../case/care-team.ts';
import { ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import type { Project } from '../../project/project.ts';
import { CaseRefusal } from '../../refusal.ts';

export type OpenCase = NamedTeam & {
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

/**
 * Opens a case: a person is looked after in a project from now on. Refused with PERSON_UNKNOWN,
 * PERSON_OF_ANOTHER_MUNICIPALITY, PROJECT_ENDED, CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER.
 */
export function openCase(
  state: Case | null,
  { caseId, personId, project, livesIn, actingId, openedOn, today, ...named }: OpenCase,
): CaseDecision {
  if (state) return { state, events: [] };
  assertLivesIn(project.municipality, livesIn);
  const on = factDay('openedOn', openedOn, today);
  assertNotBefore('openedOn', on, project.startedOn);
  if (project.endedOn !== undefined && on > project.endedOn)
    throw new CaseRefusal('PROJECT_ENDED', 'The project has ended.');

  const opened: Case = {
    id: caseId,
    personId,
    projectId: project.id,
    municipality: project.municipality,
    openedOn: on,
    openFor: personId,
    ...careTeamOf(named, { project, actingId }),
    history: [{ status: 'OPEN', on }],
    interviews: [],
    assessments: [],
    notAgreed: [],
  };
  const { contactId, careTeam } = opened;
  return {
    state: opened,
    events: [{ type: 'case.opened', data: { ...ofCase(opened), contactId, careTeam, openedOn: on } }],
  };
}

function assertLivesIn(municipality: string, livesIn: string | undefined): void {
  if (livesIn === undefined) throw new CaseRefusal('PERSON_UNKNOWN', 'Nothing is known here of this person yet.');
  if (livesIn !== municipality)
    throw new CaseRefusal(
      'PERSON_OF_ANOTHER_MUNICIPALITY',
      'The person lives in another municipality than the project is in.',
    );
}
