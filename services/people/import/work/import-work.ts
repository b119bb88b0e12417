import { Schema } from 'mongoose';
import type { Collection, Stamp } from '#shared/documents/documents.ts';
import { importTallySchema } from '../import.schema.ts';
import { emptyTally, type ImportTally } from '../import.ts';

/** How far the background work on an import has come. A restart continues from here. */
export type ImportWork = {
  id: string;
  importId: string;
  /** The request that asked for the current step; events are written in its name. */
  requestId: string;
  /** The number of lines, as soon as they are counted. */
  lines: number;
  checkedLines: number;
  slicesTakenOver: number;
  /** How often a check was begun that did not end. */
  checksBegun?: number;
  done: ImportTally;
  /** The highest announced number of a piece. */
  pieces?: number;
  /** True when no more pieces are accepted. */
  sealed?: boolean;
  /** When somebody asked for a new import. */
  notedAt?: string;
  /** True when nothing is left to do: taken over or discarded, and what was staged is emptied. */
  finished: boolean;
};

export const importWorkId = (importId: string): string => `${importId}/work`;

export const newImportWork = (importId: string, requestId: string): ImportWork => ({
  id: importWorkId(importId),
  importId,
  requestId,
  lines: 0,
  checkedLines: 0,
  slicesTakenOver: 0,
  done: emptyTally,
  finished: false,
});

const text = { type: String, required: true };
const count = { type: Number, required: true, min: 0 };

export const importWorkSchema = new Schema<ImportWork>(
  {
    id: text,
    importId: text,
    requestId: text,
    lines: count,
    checkedLines: count,
    slicesTakenOver: count,
    checksBegun: { type: Number, min: 0 },
    done: { type: importTallySchema, required: true },
    pieces: { type: Number, min: 0 },
    sealed: { type: Boolean },
    notedAt: { type: String },
    finished: { type: Boolean, required: true },
  },
  { _id: false },
);
// Each round of the worker asks for what is not finished.
importWorkSchema.index({ finished: 1 });

/** Work in the background, in the name of the request that asked for it. */
export type ImportTask = { work: ImportWork; stamp: Stamp };

/** Writes how far the work of a task has come. */
export async function changeWork(
  staged: { work: Collection<ImportWork> },
  { work, stamp }: ImportTask,
  changes: Partial<ImportWork>,
): Promise<ImportWork> {
  return staged.work.change(work.id, (current) => ({ state: { ...(current ?? work), ...changes }, events: [] }), stamp);
}
