import { Schema } from 'mongoose';
import type { Agreement, Reservation } from './reservation.ts';

const text = { type: String, required: true } as const;
const agreement = new Schema<Agreement>(
  { measureId: text, enrolmentId: text, caseId: text, agreedOn: text, requestId: text, by: text, since: text },
  { _id: false },
);

export const reservationSchema = new Schema<Reservation>({ id: text, agreeing: { type: agreement } }, { _id: false });
// What a crash left behind is looked for all the time.
reservationSchema.index({ 'agreeing.since': 1 });
