import { Schema } from 'mongoose';

const duplicateDecisions = ['SAME_PERSON', 'NEW_PERSON', 'SKIP'] as const;
/** Who somebody said a line is. */
export type Verdict = {
  decision: (typeof duplicateDecisions)[number];
  personId?: string;
  decidedBy: string;
  decidedAt: string;
};
export type LineVerdict = Verdict & { line: number };

const text = { type: String, required: true };
const verdict = {
  decision: { type: String, required: true, enum: duplicateDecisions },
  personId: { type: String },
  decidedBy: text,
  decidedAt: text,
};

export const verdictSchema = new Schema<Verdict>(verdict, { _id: false });
export const lineVerdictSchema = new Schema<LineVerdict>(
  { ...verdict, line: { type: Number, required: true } },
  { _id: false },
);
