import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { LAST_MONTH, placementEndings, placementKinds, placementWithdrawals, type Placement } from './placement.ts';
import {
  requiredText,
  optionalDay,
  requiredDay,
  optionalMunicipality,
  requiredCode,
  withoutId,
} from '../stored-fields.ts';

const continuitySchema = new Schema(
  { month: { type: Number, required: true, min: 1, max: LAST_MONTH }, confirmedOn: requiredDay },
  withoutId,
);

export const placementSchema = new Schema<Placement>(
  {
    id: requiredText,
    personId: requiredText,
    caseId: requiredText,
    municipality: optionalMunicipality,
    employerId: requiredText,
    vacancyId: String,
    proposalId: String,
    kind: requiredCode(placementKinds),
    subsidisedBy: [{ type: String, match: formats.code }],
    hoursPerWeek: { type: Number, required: true, min: 1, max: 60 },
    startedOn: requiredDay,
    confirmed: [continuitySchema],
    continuityDueOn: optionalDay,
    ended: { type: new Schema({ endedOn: requiredDay, reason: requiredCode(placementEndings) }, withoutId) },
    withdrawn: {
      type: new Schema({ withdrawnOn: requiredDay, reason: requiredCode(placementWithdrawals) }, withoutId),
    },
    ongoing: String,
  },
  withoutId,
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
