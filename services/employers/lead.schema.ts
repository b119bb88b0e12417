import { Schema } from 'mongoose';
import { enteredApart } from '#shared/documents/input-path.ts';
import { leadAnswers, leadKinds, type Lead } from './lead.ts';
import { ags, code, day, part, requiredDay, short, text } from './schema-parts.ts';

const answerSchema = new Schema(
  {
    code: code(leadAnswers),
    text: { type: String, maxlength: 300 },
    answeredOn: requiredDay,
    employerId: String,
    vacancyId: String,
  },
  part,
);

export const leadSchema = new Schema<Lead>(
  {
    id: text,
    municipality: ags,
    reportedBy: text,
    reportedOn: requiredDay,
    company: { ...short, required: true, minlength: 1 },
    kind: code(leadKinds),
    note: { type: String, maxlength: 500 },
    takenUpBy: String,
    takenUpOn: day,
    answer: { type: answerSchema, ...enteredApart },
  },
  part,
);
// The leads of a municipality, latest first.
leadSchema.index({ municipality: 1, reportedOn: 1 });
