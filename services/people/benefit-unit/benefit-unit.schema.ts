import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { benefitEndReasons, memberRoles, type BenefitUnit } from './benefit-unit.ts';

const part = { _id: false } as const;
const day = { type: String, match: formats.day };
const memberSchema = new Schema(
  {
    personId: { type: String, required: true },
    role: { type: String, required: true, enum: memberRoles },
    from: { ...day, required: true },
    to: day,
    employableFrom: day,
  },
  part,
);
const benefitSchema = new Schema(
  { from: { ...day, required: true }, to: day, reason: { type: String, enum: benefitEndReasons } },
  part,
);

export const benefitUnitSchema = new Schema<BenefitUnit>(
  {
    id: { type: String, required: true },
    number: { type: String, required: true, match: formats.benefitUnitNumber },
    municipality: { type: String, required: true, match: formats.municipality },
    formedOn: { ...day, required: true },
    members: [memberSchema],
    present: { type: [String], default: undefined },
    benefits: [benefitSchema],
  },
  part,
);
benefitUnitSchema.index({ number: 1 }, { unique: true });
// Somebody belongs to one unit at a time, whatever two people enter at once.
benefitUnitSchema.index({ present: 1 }, { unique: true, sparse: true });
// A person's time of benefit is asked for with every look at the person.
benefitUnitSchema.index({ 'members.personId': 1 });
// The situation of a municipality reads its units.
benefitUnitSchema.index({ municipality: 1, number: 1 });
