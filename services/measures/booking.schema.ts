import { Schema } from 'mongoose';
import type { Agreement, Booking } from './booking.ts';

const text = { type: String, required: true } as const;
const agreement = new Schema<Agreement>(
  { measureId: text, enrolmentId: text, caseId: text, agreedOn: text, requestId: text, by: text, since: text },
  { _id: false },
);

export const bookingSchema = new Schema<Booking>({ id: text, agreeing: { type: agreement } }, { _id: false });
// What a crash left behind is looked for all the time.
bookingSchema.index({ 'agreeing.since': 1 });
