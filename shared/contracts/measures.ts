import { z } from 'zod';
import type { Contract, EventOf } from './contract.ts';
import { code, day, id, municipality } from './facts.ts';

/** A funding instrument by its code in our catalogue, e.g. `P45_MAT`, `P16I`. */
const instrument = code;
const enrolment = { measureId: id, enrolmentId: id, personId: id, caseId: id, instrument };
const referral = { referralId: id, personId: id, caseId: id, instrument };

export const measureEvents = {
  topic: 'measures.events',
  data: {
    'measure.offered': z.object({
      measureId: id,
      providerId: id,
      instrument,
      municipality,
      startsOn: day,
      endsOn: day,
      places: z.number().int().positive(),
      entry: code.optional(),
    }),
    'measure.offeredOutside': z.object({
      measureId: id,
      providerId: id,
      instrument,
      startsOn: day,
      endsOn: day,
      places: z.number().int().positive(),
      entry: code,
    }),
    'measure.updated': z.object({
      measureId: id,
      updatedOn: day,
      changed: z.array(code),
      places: z.number().int().positive(),
    }),

    'measure.proposed': z.object({ ...enrolment, proposedOn: day }),
    'measure.agreed': z.object({ ...enrolment, agreedOn: day }),
    'measure.started': z.object({ ...enrolment, startedOn: day }),
    'measure.ended': z.object({ ...enrolment, endedOn: day, outcome: code }),
    'measure.withdrawn': z.object({ ...enrolment, withdrawnOn: day, reason: code }),

    'referral.sent': z.object({ ...referral, recipient: code, sentOn: day }),
    'referral.accepted': z.object({ ...referral, acceptedOn: day }),
    'referral.rejected': z.object({ ...referral, rejectedOn: day, reason: code }),
    'referral.revoked': z.object({ ...referral, revokedOn: day, reason: code }),
    'referral.completed': z.object({ ...referral, completedOn: day, outcome: code }),
  },
} satisfies Contract;

export type MeasureEvent = EventOf<typeof measureEvents>;
