import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { lineOutcomes, nothingYet, type Import, type LineOutcome, type Tally } from './import.ts';
import { tallySchema } from './import.schema.ts';
import { problemCodes, type Problem } from './read/problem.ts';
import type { Recipient } from './read/recipient.ts';
import { verdictSchema, type Verdict } from './plan/verdict.ts';

/** A piece of the file as it was sent, until it has been checked. Sealed, it is neither replaced nor written late. */
export type Chunk = { id: string; importId: string; content: string; sealed?: boolean };

/** A line that could be read. */
export type ReadLine = { line: number; recipient: Recipient };
/**
 * A checked line that waits to be taken over. `newIds` are what the person and the unit will be called if they are new:
 * by chance, since ids are in every event and must not tell a number; chosen once, so that a crash makes nobody twice.
 */
export type StagedLine = ReadLine & { newIds: { person: string; benefitUnit: string } };
/** So many lines share a document: few writes, and never a document that grows too large. */
export const LINES_PER_SLICE = 200;
/**
 * `outcomes` are noted before the first line of the slice is taken over, so that a crash in between cannot count a line
 * twice.
 */
export type Slice = { id: string; importId: string; lines: StagedLine[]; outcomes: LineOutcome[] };

export type StoredProblem = Problem & { id: string; importId: string };

const duplicateReasons = ['SIMILAR_PERSON', 'SIMILAR_LINE', 'OTHER_MUNICIPALITY'] as const;
/** Who a line may be: somebody we know, or somebody in an earlier line. */
export type Candidate = { reason: (typeof duplicateReasons)[number]; personId?: string; line?: number };
/**
 * A line about which somebody has to say who it is. What was decided is in the import; `verdict` is where it was kept
 * before.
 */
export type Duplicate = {
  id: string;
  importId: string;
  line: number;
  slice: number;
  candidates: Candidate[];
  decided: boolean;
  verdict?: Verdict;
};

/** Who somebody said the lines are. */
export function verdictsOf(
  { verdicts = [] }: Pick<Import, 'verdicts'>,
  duplicates: readonly Duplicate[],
): ReadonlyMap<number, Verdict> {
  const before = duplicates.flatMap(({ line, verdict }) => (verdict ? [[line, verdict] as const] : []));
  return new Map([...before, ...verdicts.map(({ line, ...verdict }) => [line, verdict] as const)]);
}

export function withVerdict(file: Pick<Import, 'verdicts'>, duplicate: Duplicate): Duplicate {
  const verdict = verdictsOf(file, [duplicate]).get(duplicate.line);
  return verdict ? { ...duplicate, decided: true, verdict } : duplicate;
}

/** How far the work on an import has come: what a restart goes on from. */
export type ImportWork = {
  id: string;
  importId: string;
  /** The request that asked for the step at hand; events are said in its name. */
  requestId: string;
  /** Of the lines, as soon as they are counted. */
  lines: number;
  checkedLines: number;
  slicesTakenOver: number;
  done: Tally;
  /** The highest number of a piece that was announced. */
  pieces?: number;
  /** No more pieces are taken in. */
  sealed?: boolean;
  /** When it was noted that an import is to begin. */
  notedAt?: string;
  /** Nothing is left to do: taken over or discarded, and what was staged is emptied. */
  finished: boolean;
};

export const newWork = (importId: string, requestId: string): ImportWork => ({
  id: workId(importId),
  importId,
  requestId,
  lines: 0,
  checkedLines: 0,
  slicesTakenOver: 0,
  done: nothingYet,
  finished: false,
});

export const workId = (importId: string): string => `${importId}/work`;
export const chunkId = (importId: string, number: number): string => `${importId}/chunk/${number}`;
export const sliceId = (importId: string, number: number): string => `${importId}/lines/${number}`;
export const problemId = (importId: string, number: number): string =>
  `${importId}/problem/${String(number).padStart(6, '0')}`;
export const duplicateId = (importId: string, line: number): string =>
  `${importId}/duplicate/${String(line).padStart(6, '0')}`;

const text = { type: String, required: true };
const count = { type: Number, required: true, min: 0 };

const chunkSchema = new Schema<Chunk>(
  { id: text, importId: text, content: { type: String }, sealed: { type: Boolean } },
  { _id: false },
);
// The check made every line a Recipient; to describe its fields a second time here would only double them.
const sliceSchema = new Schema<Slice>(
  {
    id: text,
    importId: text,
    lines: { type: Schema.Types.Mixed, required: true },
    outcomes: { type: [String], enum: lineOutcomes },
  },
  { _id: false },
);
const problemSchema = new Schema<StoredProblem>(
  {
    id: text,
    importId: text,
    line: count,
    column: { type: String },
    value: { type: String },
    code: { type: String, required: true, enum: problemCodes },
    expected: text,
  },
  { _id: false },
);
const candidateSchema = new Schema<Candidate>(
  {
    reason: { type: String, required: true, enum: duplicateReasons },
    personId: { type: String },
    line: { type: Number },
  },
  { _id: false },
);
const duplicateSchema = new Schema<Duplicate>(
  {
    id: text,
    importId: text,
    line: count,
    slice: count,
    candidates: { type: [candidateSchema], required: true },
    decided: { type: Boolean, required: true },
    verdict: { type: verdictSchema },
  },
  { _id: false },
);
const workSchema = new Schema<ImportWork>(
  {
    id: text,
    importId: text,
    requestId: text,
    lines: count,
    checkedLines: count,
    slicesTakenOver: count,
    done: { type: tallySchema, required: true },
    pieces: { type: Number, min: 0 },
    sealed: { type: Boolean },
    notedAt: { type: String },
    finished: { type: Boolean, required: true },
  },
  { _id: false },
);
// Everything of one import is found by its id; work is found by what is not finished.
for (const schema of [chunkSchema, problemSchema, duplicateSchema]) schema.index({ importId: 1 });
duplicateSchema.index({ importId: 1, decided: 1 });
workSchema.index({ finished: 1 });

/** What lies between the file and the register. Internal to this service: nobody is told about it. */
export type Staged = {
  chunks: Collection<Chunk>;
  slices: Collection<Slice>;
  problems: Collection<StoredProblem>;
  duplicates: Collection<Duplicate>;
  work: Collection<ImportWork>;
};

export function stagedImports(documents: Documents): Staged {
  return {
    chunks: documents.collection('import-chunks', chunkSchema),
    slices: documents.collection('import-lines', sliceSchema),
    problems: documents.collection('import-problems', problemSchema),
    duplicates: documents.collection('import-duplicates', duplicateSchema),
    work: documents.collection('import-work', workSchema),
  };
}
