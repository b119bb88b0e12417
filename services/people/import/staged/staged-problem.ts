import { Schema } from 'mongoose';
import { listProblemCodes, type ListProblem } from '../read/list-problem.ts';

/** A mistake in a list, kept until its maker has read it. */
export type StagedProblem = ListProblem & { id: string; importId: string };

export const problemId = (importId: string, number: number): string =>
  `${importId}/problem/${String(number).padStart(6, '0')}`;

const text = { type: String, required: true };

export const stagedProblemSchema = new Schema<StagedProblem>(
  {
    id: text,
    importId: text,
    line: { type: Number, required: true, min: 0 },
    column: { type: String },
    value: { type: String },
    code: { type: String, required: true, enum: listProblemCodes },
    expected: text,
  },
  { _id: false },
);
stagedProblemSchema.index({ importId: 1 });
