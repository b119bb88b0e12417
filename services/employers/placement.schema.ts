import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { LAST_MONTH, placementEndings, placementKinds, placementWithdrawals, type Placement } from './placement.ts';
import { code, day, part, requiredDay, text } from './schema-parts.ts';

const continuitySchema = new Schema(
  { month: { type: Number, required: true, min: 1, max: LAST_MONTH }, confirmedOn: requiredDay },
  part,
);

export const placementSchema = new Schema<Placement>(
  {
    id: text,
    personId: text,
    caseId: text,
    municipality: { type: String, match: formats.municipality },
    employerId: text,
    vacancyId: String,
    proposalId: String,
    kind: code(placementKinds),
    subsidisedBy: [{ type: String, match: formats.code }],
    hoursPerWeek: { type: Number, required: true, min: 1, max: 60 },
    startedOn: requiredDay,
    confirmed: [continuitySchema],
    continuityDueOn: day,
    ended: { type: new Schema({ endedOn: requiredDay, reason: code(placementEndings) }, part) },
    withdrawn: { type: new Schema({ withdrawnOn: requiredDay, reason: code(placementWithdrawals) }, part) },
    ongoing: String,
  },
  part,
);
// Case pages ask by person and case.
placementSchema.index({ personId: 1 });
placementSchema.index({ caseId: 1 });
// A proposal asks whether work has begun from it.
placementSchema.index({ proposalId: 1 }, { sparse: true });
// Nobody begins twice at one employer at the same time; what has ended carries no value.
placementSchema.index({ ongoing: 1 }, { unique: true, sparse: true });
// Whom to ask next, and what began last: of all, of a municipality, of an employer, or of what has not ended.
for (const by of ['continuityDueOn', 'startedOn']) {
  placementSchema.index({ [by]: 1 });
  placementSchema.index({ municipality: 1, [by]: 1 });
  placementSchema.index({ employerId: 1, [by]: 1 });
  placementSchema.index({ 'ended.reason': 1, [by]: 1 });
}
