import { Schema } from 'mongoose';
import { enteredApart } from '#shared/documents/input-path.ts';
import { leadAnswers, leadKinds, type Lead } from './lead.ts';
import {
  requiredText,
  requiredShortText,
  optionalDay,
  requiredDay,
  requiredMunicipality,
  requiredCode,
  withoutId,
} from '../stored-fields.ts';

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
    company: requiredShortText,
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
