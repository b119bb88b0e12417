import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { goalCodes, partnerKinds, weekdays, type Project } from './project.ts';

const part = { _id: false } as const;
const day = { type: String, match: formats.day };
const time = { type: String, required: true, match: formats.time };

const partnerSchema = new Schema(
  {
    kind: { type: String, required: true, enum: partnerKinds },
    name: { type: String, required: true, maxlength: 120 },
  },
  part,
);
const goalSchema = new Schema(
  {
    code: { type: String, required: true, enum: goalCodes },
    target: { type: Number, required: true, min: 0 },
    dueOn: day,
    text: { type: String, maxlength: 200 },
  },
  part,
);
const hoursSchema = new Schema(
  {
    weekday: { type: String, required: true, enum: weekdays },
    from: time,
    to: time,
    room: { type: String, required: true, maxlength: 80 },
    validFrom: { ...day, required: true },
    validTo: day,
  },
  part,
);

export const projectSchema = new Schema<Project>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true, match: formats.municipality },
    title: { type: String, required: true, minlength: 1, maxlength: 120 },
    startedOn: { ...day, required: true },
    endedOn: day,
    caseManagerIds: { type: [{ type: String, required: true }], required: true },
    partners: [partnerSchema],
    goals: [goalSchema],
    officeHours: [hoursSchema],
  },
  part,
);
// Screens list the projects of a municipality, latest first.
projectSchema.index({ municipality: 1, startedOn: 1 });
projectSchema.index({ municipality: 1, title: 1 });
