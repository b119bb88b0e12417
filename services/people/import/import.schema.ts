import { Schema } from 'mongoose';
import { formats } from '#shared/codes/formats.ts';
import { importStates, type Import, type ImportTally } from './import.ts';
import { lineDecisionSchema } from './staged/import-duplicate.ts';

const count = { type: Number, required: true, min: 0 };

export const importTallySchema = new Schema<ImportTally>(
  { created: count, updated: count, unchanged: count, skipped: count },
  { _id: false },
);

export const importSchema = new Schema<Import>(
  {
    id: { type: String, required: true },
    municipality: { type: String, required: true, match: formats.municipality },
    state: { type: String, required: true, enum: importStates },
    startedBy: { type: String, required: true },
    startedAt: { type: String, required: true },
    chunks: { type: Number, min: 1 },
    lines: { type: Number, min: 0 },
    problems: { type: Number, min: 0 },
    duplicates: { type: Number, min: 0 },
    planned: { type: importTallySchema },
    verdicts: { type: [lineDecisionSchema], default: undefined },
    confirmedBy: { type: String },
    confirmedOn: { type: String },
    done: { type: importTallySchema },
  },
  { _id: false },
);
// The query `imports` shows the newest first; callers who are not operators see those of their own municipalities.
importSchema.index({ startedAt: 1 });
importSchema.index({ municipality: 1, startedAt: 1 });
importSchema.index({ state: 1, startedAt: 1 });
