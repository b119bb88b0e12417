import { z } from 'zod';
import { event, type Contract, type EventOf } from './contract.ts';
import { code, day, id, municipality } from './facts.ts';

/** A funding instrument by its code in our catalogue, e.g. `P45_MAT`, `P16I`. */
const instrument = code;
const enrolment = { measureId: id, enrolmentId: id, personId: id, caseId: id, instrument };
const referral = { referralId: id, personId: id, caseId: id, instrument };

export const measureEvents = {
  topic: 'measures.events',
  events: {
    'measure.offered': event('startsOn', {
      measureId: id,
      providerId: id,
      instrument,
      municipality,
      startsOn: day,
      endsOn: day,
      places: z.number().int().positive(),
      entry: code.optional(),
    }),
    'measure.offeredOutside': event('startsOn', {
      measureId: id,
      providerId: id,
      instrument,
      startsOn: day,
      endsOn: day,
      places: z.number().int().positive(),
      entry: code,
    }),
    'measure.updated': event('updatedOn', {
      measureId: id,
      updatedOn: day,
      changed: z.array(code),
      places: z.number().int().positive(),
    }),

    'enrolment.proposed': event('proposedOn', { ...enrolment, proposedOn: day }),
    'enrolment.agreed': event('agreedOn', { ...enrolment, agreedOn: day }),
    'enrolment.started': event('startedOn', { ...enrolment, startedOn: day }),
    'enrolment.extended': event('extendedOn', { ...enrolment, extendedOn: day }),
    'enrolment.ended': event('endedOn', { ...enrolment, endedOn: day, outcome: code }),
    'enrolment.withdrawn': event('withdrawnOn', { ...enrolment, withdrawnOn: day, reason: code }),

    'referral.sent': event('sentOn', { ...referral, recipient: code, sentOn: day }),
    'referral.accepted': event('acceptedOn', { ...referral, acceptedOn: day }),
    'referral.rejected': event('rejectedOn', { ...referral, rejectedOn: day, reason: code }),
    'referral.revoked': event('revokedOn', { ...referral, revokedOn: day, reason: code }),
    'referral.completed': event('completedOn', { ...referral, completedOn: day, outcome: code }),
  },
  formerNames: ['proposed', 'agreed', 'started', 'ended', 'withdrawn'].map((step) => ({
    former: `measure.${step}`,
    present: `enrolment.${step}`,
  })),
} satisfies Contract;

export type MeasureEvent = EventOf<typeof measureEvents>;
