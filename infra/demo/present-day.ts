import { z } from 'zod';
import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, type DemoActor } from './actor.ts';
import type { DemoVacancy } from './vacancies.ts';
import { playReferrals } from './present-day-referrals.ts';
import { changePlans } from './present-day-plans.ts';
import { playOtherTalks } from './present-day-talks.ts';
import type { DemoRecipient } from './recipients.ts';
import { personAt, type DemoPlay, type PersonWithCase } from './talks.ts';

/**
 * What else there is in the present-day project beside what every project shows; people are named by their place in the
 * list.
 */
export type PresentDay = {
  people: readonly PersonWithCase[];
  waiting: readonly DemoRecipient[];
  vacancies: readonly DemoVacancy[];
  townHall: DemoActor;
};

/** How often `done` is called here, for the progress bar. */
export const PRESENT_DAY_STEPS = 7;

/**
 * So that every screen of the journey has something to show: also what did not come about, what waits, and what was
 * left.
 */
export async function playPresentDay(
  played: DemoPlay,
  { people, waiting, vacancies, townHall }: PresentDay,
): Promise<void> {
  await playOtherTalks(played, people);
  await changePlans(played, people);
  for (const part of [
    () => playReferrals(played, people),
    () => propose(played, { people, vacancies }),
    () => openAndClose(played, { people, waiting }),
    () => leaveLead(played, townHall),
    () => noteTalk(played, people),
  ]) {
    await part();
    played.done();
  }
}

const FIVE_WEEKS = 35;

/** Plays in proposals that wait for an answer, or came to nothing. */
async function propose(
  { manager, project }: DemoPlay,
  { people, vacancies }: Pick<PresentDay, 'people' | 'vacancies'>,
): Promise<void> {
  for (const [index, answer] of (['INTERESTED', 'REJECTED_BY_EMPLOYER', undefined] as const).entries()) {
    const { personId, openedOn } = personAt(people, 8 + index);
    const key = `demo/${personId}/proposal`;
    const proposedOn = earlier(daysLater(openedOn, FIVE_WEEKS), project.until);
    const proposalId = idIn(
      await manager.command('proposePlacement', 'proposal { id }', {
        vacancyId: vacancies[index]?.vacancyId,
        personId,
        withLegalNotice: false,
        proposedOn,
        idempotencyKey: `${key}/proposed`,
      }),
      'proposal',
    );
    if (answer !== undefined)
      await manager.command('answerProposal', 'proposal { id }', {
        proposalId,
        answer,
        answeredOn: earlier(daysLater(proposedOn, 6), project.until),
        idempotencyKey: `${key}/answered`,
      });
  }
}

/** Opens cases of people who are not invited yet, and closes two others. */
async function openAndClose(
  { manager, project, projectId }: DemoPlay,
  { people, waiting }: Pick<PresentDay, 'people' | 'waiting'>,
): Promise<void> {
  for (const { personId } of waiting) {
    await manager.command('openCase', 'case { id }', {
      projectId,
      personId,
      contactId: project.caseManager,
      careTeam: [project.caseManager],
      openedOn: project.until,
      idempotencyKey: `demo/${personId}/case`,
    });
  }
  for (const [person, reason] of [
    [project.placed - 1, 'INTEGRATED'],
    [people.length - 1, 'DECLINED'],
  ] as const) {
    const { caseId } = personAt(people, person);
    await manager.command('closeCase', 'case { id }', {
      caseId,
      reason,
      closedOn: project.until,
      idempotencyKey: `demo/${caseId}/closed`,
    });
  }
}

/** Reports a lead that the employer service has not looked at yet. */
async function leaveLead({ project }: DemoPlay, townHall: DemoActor): Promise<void> {
  await townHall.command('reportLead', 'lead { id }', {
    municipality: project.municipality,
    company: `Metallbau Hofmann ${project.town}`,
    kind: 'SUCCESSION',
    note: 'Sucht zum Jahreswechsel jemanden für die Werkstatt',
    reportedOn: daysLater(project.until, -5),
    idempotencyKey: `demo/${project.key}/open-lead`,
  });
}

const interviewsOf = z.object({ case: z.object({ interviews: z.array(z.object({ id: z.string() })) }) });

async function noteTalk({ manager, project }: DemoPlay, people: readonly PersonWithCase[]): Promise<void> {
  const { caseId } = personAt(people, 14);
  const {
    case: { interviews },
  } = interviewsOf.parse(
    await manager.ask('query Talks($id: ID!) { case(id: $id) { interviews { id } } }', { id: caseId }),
  );
  await manager.command('noteInterview', 'interview { id }', {
    caseId,
    interviewId: interviews[0]?.id,
    notes: 'Would like to work in the workshop again; mornings are best.',
    notedOn: project.until,
    idempotencyKey: `demo/${caseId}/noted`,
  });
}
