import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import {
  referralRecipients,
  referralOutcomes,
  referralStatuses,
  rejectionReasons,
  revocationReasons,
  type Referral,
} from './referral.ts';

const day = { type: String, match: formats.day } as const;

export const referralSchema = new Schema<Referral>(
  {
    id: { type: String, required: true },
    personId: { type: String, required: true },
    caseId: { type: String, required: true },
    instrument: { type: String, required: true },
    recipient: { type: String, required: true, enum: referralRecipients },
    recipientName: { type: String, maxlength: 200 },
    status: { type: String, required: true, enum: referralStatuses },
    sentOn: { ...day, required: true },
    acceptedOn: day,
    rejectedOn: day,
    rejectionReason: { type: String, enum: rejectionReasons },
    revokedOn: day,
    revocationReason: { type: String, enum: revocationReasons },
    completedOn: day,
    outcome: { type: String, enum: referralOutcomes },
  },
  { _id: false },
);
// A screen lists what is unanswered, oldest first.
referralSchema.index({ status: 1, sentOn: 1 });
referralSchema.index({ sentOn: 1 });
// Every person's and every case's page lists them.
referralSchema.index({ personId: 1 });
referralSchema.index({ caseId: 1 });
