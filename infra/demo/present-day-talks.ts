import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn, type DemoActor } from './actor.ts';
import { personAt, type DemoPlay, type PersonWithCase } from './talks.ts';

type Turn = {
  person: number;
  at: { weeks: number } | { day: string };
  missed?: true;
  excuse?: 'CHILDCARE' | 'TRANSPORT';
  place?: 'JOB_CENTRE';
};

/**
 * Second talks that did not take place: missed, also twice in a row; called off in time; excused afterwards; not
 * recorded; still to come.
 */
const turns: readonly Turn[] = [
  { person: 14, at: { weeks: 5 }, missed: true },
  { person: 15, at: { weeks: 5 }, missed: true },
  { person: 15, at: { weeks: 6 }, missed: true },
  { person: 16, at: { weeks: 5 }, excuse: 'CHILDCARE' },
  { person: 17, at: { weeks: 5 }, missed: true, excuse: 'TRANSPORT' },
  { person: 18, at: { day: '2026-10-27' } },
  { person: 19, at: { day: '2026-12-08' } },
  { person: 20, at: { day: '2026-12-15' }, place: 'JOB_CENTRE' },
];

export async function playOtherTalks(
  { manager, project, done }: DemoPlay,
  people: readonly PersonWithCase[],
): Promise<void> {
  for (const [index, turn] of turns.entries()) {
    const { caseId, openedOn } = personAt(people, turn.person);
    const on = 'day' in turn.at ? turn.at.day : daysLater(openedOn, turn.at.weeks * 7);
    const key = `demo/${caseId}/turn-${index}`;
    const interviewId = idIn(
      await manager.command('inviteToInterview', 'interview { id }', {
        caseId,
        scheduledAt: `${on}T09:00:00Z`,
        invitedOn: daysLater(earlier(on, project.until), -10),
        place: turn.place ?? 'TOWN_HALL',
        idempotencyKey: `${key}/invite`,
      }),
      'interview',
    );
    await missOrExcuse(manager, turn, { caseId, interviewId, on, key });
  }
  done();
}

type Invited = { caseId: string; interviewId: string; on: string; key: string };

async function missOrExcuse(
  manager: DemoActor,
  { missed, excuse }: Turn,
  { caseId, interviewId, on, key }: Invited,
): Promise<void> {
  if (missed)
    await manager.command('missInterview', 'case { id }', {
      caseId,
      interviewId,
      missedOn: on,
      idempotencyKey: `${key}/missed`,
    });
  if (excuse)
    await manager.command('excuseInterview', 'case { id }', {
      caseId,
      interviewId,
      reason: excuse,
      excusedOn: daysLater(on, missed ? 2 : -1),
      idempotencyKey: `${key}/excused`,
    });
}
