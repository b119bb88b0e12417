import { Schema } from 'mongoose';
import { LAST_MONTH, placementEndings, placementKinds, type Placement } from './placement.ts';
import { code, part, requiredDay, text } from './schema-parts.ts';

const continuitySchema = new Schema({ month: { type: Number, required: true, min: 1, max: LAST_MONTH }, confirmedOn: requiredDay }, part);

export const placementSchema = new Schema<Placement>(
  {
    id: text,
    personId: text,
    caseId: text,
    employerId: text,
    vacancyId: String,
    proposalId: String,
    kind: code(placementKinds),
    subsidisedBy: { type: [String], match: /^[A-Z][A-Z0-9_]*$/ },
    hoursPerWeek: { type: Number, required: true, min: 1, max: 60 },
    startedOn: requiredDay,
    confirmed: [continuitySchema],
    ended: { type: new Schema({ endedOn: requiredDay, reason: code(placementEndings) }, part) },
  },
  part,
);
// Case pages ask by person and case.
placementSchema.index({ personId: 1 });
placementSchema.index({ caseId: 1 });
placementSchema.index({ employerId: 1 });
