import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision } from '../case.ts';
import type { Project } from '../project.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';
import { assertTeam } from './set-care-team.ts';

export type OpenCase = {
  id: string;
  personId: string;
  project: Project;
  /** Where the people service says the person lives; undefined when it has not said anything about them. */
  livesIn: string | undefined;
  contactId: string;
  careTeam: string[];
  openedOn: string;
  today: string;
};

/** A person is looked after in a project from now on. Refused with PERSON_UNKNOWN, PERSON_OF_ANOTHER_MUNICIPALITY or PROJECT_ENDED. */
export function openCase(known: Case | null, { id, personId, project, livesIn, contactId, careTeam, openedOn, today }: OpenCase): CaseDecision {
  if (known) return { state: known, events: [] };
  if (livesIn === undefined) throw new Refusal('PERSON_UNKNOWN', 'Nothing is known here of this person yet.');
  if (livesIn !== project.municipality) throw new Refusal('PERSON_OF_ANOTHER_MUNICIPALITY', 'The person lives in another municipality than the project is in.');
  if (project.endedOn !== undefined && openedOn > project.endedOn) throw new Refusal('PROJECT_ENDED', 'The project has ended.');
  assertNotInFuture('openedOn', openedOn, today);
  assertNotBefore('openedOn', openedOn, project.startedOn);
  assertTeam({ contactId, careTeam });

  const state: Case = {
    id, personId, projectId: project.id, municipality: project.municipality, openFor: personId, contactId, careTeam,
    history: [{ status: 'OPEN', on: openedOn }], interviews: [], missedInARow: 0, assessments: [], notAgreed: [],
  };
  return { state, events: [{ type: 'case.opened', data: { ...ofCase(state), contactId, careTeam, openedOn } }] };
}
