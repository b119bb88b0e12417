import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { exchangeTopics, itemOwners, type ExchangeMeeting } from './exchange-meeting.ts';
import { partnerKinds } from '../project/project.ts';

const part = { _id: false } as const;
const text = { type: String, required: true };
const day = { type: String, match: formats.day };
const itemSchema = new Schema(
  {
    id: text,
    what: { type: String, required: true, minlength: 1, maxlength: 300 },
    owner: { type: String, required: true, enum: itemOwners },
    dueOn: { ...day, required: true },
    doneOn: day,
  },
  part,
);

export const exchangeMeetingSchema = new Schema<ExchangeMeeting>(
  {
    id: text,
    projectId: text,
    municipality: { type: String, required: true, match: formats.municipality },
    heldOn: { ...day, required: true },
    participants: { type: [String], enum: partnerKinds },
    topics: { type: [String], enum: exchangeTopics },
    items: [itemSchema],
  },
  part,
);
// The meetings of a project, of a municipality and about a topic, latest first.
exchangeMeetingSchema.index({ projectId: 1, heldOn: 1 });
exchangeMeetingSchema.index({ municipality: 1, heldOn: 1 });
exchangeMeetingSchema.index({ topics: 1 });
