import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { caseOfCare, caseToActIn, casesOf, worksWithPersons } from '#shared/care-team.ts';
import type { Where } from '#shared/documents/query.ts';
import { factDay } from '#shared/calendar/fact-day.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { mayCarryOn, mayRead } from '../access.ts';
import { acceptReferral } from '../commands/referral/accept-referral.ts';
import { completeReferral } from '../commands/referral/complete-referral.ts';
import { factDayInCase } from '../commands/fact-day-in-case.ts';
import { rejectReferral } from '../commands/referral/reject-referral.ts';
import { revokeReferral } from '../commands/referral/revoke-referral.ts';
import { sendReferral } from '../commands/referral/send-referral.ts';
import type { Context } from '../context.ts';
import { instrumentOnOrLast } from '../instruments/catalogue.ts';
import type {
  ReferralRecipient,
  Referral,
  ReferralDecision,
  ReferralOutcome,
  ReferralStatus,
  RejectionReason,
  RevocationReason,
} from '../referral/referral.ts';
import { MeasureRefusal } from '../refusal.ts';

type SendInput = {
  personId: string;
  instrument: string;
  recipient: ReferralRecipient;
  recipientName?: string;
  sentOn?: string;
};
type StepInput = { referralId: string };
type AcceptInput = StepInput & { acceptedOn?: string };
type RejectInput = StepInput & { rejectedOn?: string; reason: RejectionReason };
type RevokeInput = StepInput & { revokedOn?: string; reason: RevocationReason };
type CompleteInput = StepInput & { completedOn?: string; outcome: ReferralOutcome };

export const referralQueries = {
  referral: (_: unknown, { id }: { id: string }, context: Context) => visibleReferral(id, context),
  referrals: async (
    _: unknown,
    { filter, ...page }: PageArguments & { filter?: ReferralFilter },
    context: Context,
  ): Promise<Connection<Referral>> => {
    if (!worksWithPersons(context.actor))
      throw fieldRefusal('FORBIDDEN', 'Referrals are for those who look after people.');
    return connection(
      context.referrals,
      {
        where: conditionOf(filter ?? {}),
        sort: { by: 'sentOn', direction: 'asc' },
        visible: ({ personId }) => isLookedAfter(personId, context),
      },
      page,
    );
  },
};

type ReferralFilter = { status?: ReferralStatus[]; sentFrom?: string; sentTo?: string };

function conditionOf({ status, sentFrom, sentTo }: ReferralFilter): Where {
  return {
    ...(status && { status: { in: status } }),
    ...((sentFrom ?? sentTo) && { sentOn: { ...(sentFrom && { from: sentFrom }), ...(sentTo && { to: sentTo }) } }),
  };
}

/**
 * True where the caller looks after the person in an open case: a list is for work to be done, not for looking people
 * up.
 */
async function isLookedAfter(personId: string, { actor, load }: Context): Promise<boolean> {
  return caseOfCare(actor, await load.casesOfPerson.load(personId)) !== undefined;
}

export const referralMutations = {
  sendReferral: (_: unknown, { input }: { input: SendInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id: caseId, openedOn } = caseToActIn(context.actor, await casesOf(context.teams, input.personId));
      const referralId = context.newId();
      const sentOn = factDayInCase('sentOn', input.sentOn, { openedOn, today: context.today });
      const send = (existing: Referral | null) => sendReferral(existing, { ...input, referralId, caseId, sentOn });
      return { referral: await context.referrals.change(referralId, send, context.stamp) };
    }),
  acceptReferral: (_: unknown, { input }: { input: AcceptInput }, context: Context) =>
    step(context, input, (referral) => {
      const acceptedOn = factDay('acceptedOn', input.acceptedOn, context.today);
      return acceptReferral(referral, { ...input, acceptedOn });
    }),
  rejectReferral: (_: unknown, { input }: { input: RejectInput }, context: Context) =>
    step(context, input, (referral) => {
      const rejectedOn = factDay('rejectedOn', input.rejectedOn, context.today);
      return rejectReferral(referral, { ...input, rejectedOn });
    }),
  revokeReferral: (_: unknown, { input }: { input: RevokeInput }, context: Context) =>
    step(context, input, (referral) => {
      const revokedOn = factDay('revokedOn', input.revokedOn, context.today);
      return revokeReferral(referral, { ...input, revokedOn });
    }),
  completeReferral: (_: unknown, { input }: { input: CompleteInput }, context: Context) =>
    step(context, input, (referral) => {
      const completedOn = factDay('completedOn', input.completedOn, context.today);
      return completeReferral(referral, { ...input, completedOn });
    }),
};

export const referralFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleReferral(id, context),
  person: ({ personId: id }: Referral) => ({ id }),
  case: ({ caseId: id }: Referral) => ({ id }),
  instrument: ({ instrument, sentOn }: Referral) => instrumentOnOrLast(instrument, sentOn),
};

async function visibleReferral(id: string, { actor, load }: Context): Promise<Referral> {
  const referral = await load.referral.load(id);
  if (!referral || !mayRead(actor, await load.casesOfPerson.load(referral.personId)))
    throw fieldRefusal('NOT_FOUND', 'The referral was not found.');
  return referral;
}

/** Carries on with a referral, for those who look after the person. */
function step(
  context: Context,
  input: StepInput,
  decide: (referral: Referral) => ReferralDecision,
): Promise<{ referral: Referral } | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { id, personId } = requireFound(await context.referrals.get(input.referralId), 'The referral');
    if (!mayCarryOn(context.actor, await casesOf(context.teams, personId)))
      throw new MeasureRefusal('NOT_FOUND', 'The referral was not found.');
    return {
      referral: await context.referrals.change(
        id,
        (stored) => decide(requireFound(stored, 'The referral')),
        context.stamp,
      ),
    };
  });
}
