import { z } from 'zod';
import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, type DemoActor } from './actor.ts';
import type { DemoVacancy } from './network.ts';
import { planChanges } from './present-day-plans.ts';
import { talksThatDiffer } from './present-day-talks.ts';
import type { DemoRecipient } from './recipients.ts';
import { personAt, type DemoPlay, type PersonWithCase } from './talks.ts';

/** What else there is in the present-day project beside what every project shows; people are named by their place in the list. */
export type PresentDay = {
  people: readonly PersonWithCase[];
  waiting: readonly DemoRecipient[];
  vacancies: readonly DemoVacancy[];
  townHall: DemoActor;
};

/** How often `done` is called here, for the progress bar. */
export const PRESENT_DAY_STEPS = 7;

/** So that every screen of the journey has something to show: also what did not come about, what waits, and what was left. */
export async function playPresentDay(
  played: DemoPlay,
  { people, waiting, vacancies, townHall }: PresentDay,
): Promise<void> {
  await talksThatDiffer(played, people);
  await planChanges(played, people);
  for (const part of [
    () => refer(played, people),
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
type SentReferral = {
  person: number;
  instrument: string;
  recipient: string;
  recipientName?: string;
  answer?: 'ACCEPTED' | 'REJECTED' | 'REVOKED';
  outcome?: 'GRANTED';
};
/** To whom by who decides on the instrument, and what became of it. */
const referrals: readonly SentReferral[] = [
  { person: 9, instrument: 'P81_FBW', recipient: 'AGENTUR', answer: 'ACCEPTED', outcome: 'GRANTED' },
  {
    person: 10,
    instrument: 'P16A_CHILDCARE',
    recipient: 'MUNICIPALITY',
    recipientName: 'Gemeinde Rimbach, Kitaverwaltung',
    answer: 'ACCEPTED',
  },
  { person: 11, instrument: 'AUFENTHG45A_BSK', recipient: 'BAMF', answer: 'REJECTED' },
  { person: 12, instrument: 'REHA_LTA', recipient: 'AGENTUR', answer: 'REVOKED' },
  { person: 14, instrument: 'P16A_DEBT', recipient: 'DISTRICT' },
];

async function refer({ manager, project }: DemoPlay, people: readonly PersonWithCase[]): Promise<void> {
  for (const referral of referrals) {
    const { person, answer, outcome, ...sent } = referral;
    const { personId, openedOn } = personAt(people, person);
    const key = `demo/${personId}/referral`;
    const sentOn = earlier(daysLater(openedOn, FIVE_WEEKS), project.until);
    const on = earlier(daysLater(sentOn, 7), project.until);
    const referralId = idIn(
      await manager.command('sendReferral', 'referral { id }', {
        ...sent,
        personId,
        sentOn,
        idempotencyKey: `${key}/sent`,
      }),
      'referral',
    );
    if (answer === 'ACCEPTED')
      await manager.command('acceptReferral', 'referral { id }', {
        referralId,
        acceptedOn: on,
        idempotencyKey: `${key}/accepted`,
      });
    if (answer === 'REJECTED')
      await manager.command('rejectReferral', 'referral { id }', {
        referralId,
        rejectedOn: on,
        reason: 'NO_CAPACITY',
        idempotencyKey: `${key}/rejected`,
      });
    if (answer === 'REVOKED')
      await manager.command('revokeReferral', 'referral { id }', {
        referralId,
        revokedOn: on,
        reason: 'OTHER_WAY',
        idempotencyKey: `${key}/revoked`,
      });
    if (outcome)
      await manager.command('completeReferral', 'referral { id }', {
        referralId,
        completedOn: daysLater(on, 3),
        outcome,
        idempotencyKey: `${key}/completed`,
      });
  }
}

/** Proposals that wait for an answer, or came to nothing. */
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

/** People who were not invited yet, and cases that were closed. */
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

/** One that the employer service has not looked at yet. */
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
