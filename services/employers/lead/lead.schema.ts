import { Schema } from 'mongoose';
import { enteredApart } from '#shared/documents/input-path.ts';
import { leadAnswers, leadKinds, type Lead } from './lead.ts';
import { requiredMunicipality, requiredCode, optionalDay, withoutId, requiredDay, shortText, requiredText } from '../stored-fields.ts';

const answerSchema = new Schema(
  {
    code: requiredCode(leadAnswers),
    text: { type: String, maxlength: 300 },
    answeredOn: requiredDay,
    employerId: String,
    vacancyId: String,
  },
  withoutId,
);

export const leadSchema = new Schema<Lead>(
  {
    id: requiredText,
    municipality: requiredMunicipality,
    reportedBy: requiredText,
    reportedOn: requiredDay,
    company: { ...shortText, required: true, minlength: 1 },
    kind: requiredCode(leadKinds),
    note: { type: String, maxlength: 500 },
    takenUpBy: String,
    takenUpOn: optionalDay,
    answer: { type: answerSchema, ...enteredApart },
  },
  withoutId,
);
// The leads of a municipality, latest first.
leadSchema.index({ municipality: 1, reportedOn: 1 });
