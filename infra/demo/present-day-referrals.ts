import { daysLater, earlier } from '#shared/calendar/days.ts';
import { idIn } from './actor.ts';
import { personAt, type DemoPlay, type PersonWithCase } from './talks.ts';

type SentReferral = {
  person: number;
  instrument: string;
  recipient: string;
  recipientName?: string;
  answer?: 'ACCEPTED' | 'REJECTED' | 'REVOKED';
  outcome?: 'GRANTED';
};
/** Each to whoever decides on the instrument, with what became of it. */
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

const FIVE_WEEKS = 35;

export async function playReferrals({ manager, project }: DemoPlay, people: readonly PersonWithCase[]): Promise<void> {
  for (const { person, answer, outcome, ...sent } of referrals) {
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
    if (answer !== undefined) {
      const { command, step, ...input } = answers[answer](on);
      await manager.command(command, 'referral { id }', { referralId, ...input, idempotencyKey: `${key}/${step}` });
    }
    if (outcome)
      await manager.command('completeReferral', 'referral { id }', {
        referralId,
        completedOn: daysLater(on, 3),
        outcome,
        idempotencyKey: `${key}/completed`,
      });
  }
}

/** What is said on the day of the answer, and the step by which its idempotency key is known. */
const answers = {
  ACCEPTED: (on: string) => ({ command: 'acceptReferral', step: 'accepted', acceptedOn: on }),
  REJECTED: (on: string) => ({ command: 'rejectReferral', step: 'rejected', rejectedOn: on, reason: 'NO_CAPACITY' }),
  REVOKED: (on: string) => ({ command: 'revokeReferral', step: 'revoked', revokedOn: on, reason: 'OTHER_WAY' }),
} as const;
