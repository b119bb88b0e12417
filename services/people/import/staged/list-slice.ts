import { Schema } from 'mongoose';
import { lineOutcomes, type LineOutcome } from '../import.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';

/** A line of a list that was read without a mistake. */
export type ReadLine = { line: number; recipient: ListedRecipient };

/**
 * A checked line that waits to be taken over. `newIds` are the ids of the person and the unit if they are new. They are
 * random, since ids are in every event and must not reveal a number; and chosen once, so that nobody is registered
 * twice after a crash.
 */
export type StagedLine = ReadLine & { newIds: { person: string; benefitUnit: string } };

/** The number of lines in one document: few writes, and never a document that grows too large. */
export const LINES_PER_SLICE = 200;

/**
 * A part of a list: the lines that are planned and taken over together. `outcomes` are written before the first line is
 * taken over, so that no line is counted twice after a crash.
 */
export type ListSlice = { id: string; importId: string; lines: StagedLine[]; outcomes: LineOutcome[] };

export const sliceId = (importId: string, number: number): string => `${importId}/lines/${number}`;

const text = { type: String, required: true };

// The check made every line a ListedRecipient: a schema of its fields would only repeat that type.
export const listSliceSchema = new Schema<ListSlice>(
  {
    id: text,
    importId: text,
    lines: { type: Schema.Types.Mixed, required: true },
    outcomes: { type: [String], enum: lineOutcomes },
  },
  { _id: false },
);
