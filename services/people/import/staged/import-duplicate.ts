import { Schema } from 'mongoose';

const duplicateDecisions = ['SAME_PERSON', 'NEW_PERSON', 'SKIP'] as const;
/** The answer to the question which person a line is about. Stored under the older word `verdict`. */
export type DuplicateDecision = {
  decision: (typeof duplicateDecisions)[number];
  personId?: string;
  decidedBy: string;
  decidedAt: string;
};
export type LineDecision = DuplicateDecision & { line: number };

const duplicateReasons = ['SIMILAR_PERSON', 'SIMILAR_LINE', 'OTHER_MUNICIPALITY', 'OTHER_IDENTITY'] as const;
/** A person of the register, or an earlier line of the list, that a line may be about. */
export type DuplicateCandidate = { reason: (typeof duplicateReasons)[number]; personId?: string; line?: number };

/**
 * A line that may be about a person who is in the register already: a question to the case manager. The decision is
 * kept in the import itself; `verdict` is where older imports have it.
 */
export type ImportDuplicate = {
  id: string;
  importId: string;
  line: number;
  slice: number;
  candidates: DuplicateCandidate[];
  decided: boolean;
  verdict?: DuplicateDecision;
};

export const duplicateId = (importId: string, line: number): string =>
  `${importId}/duplicate/${String(line).padStart(6, '0')}`;

type DecidedList = { verdicts?: LineDecision[] };

/** Returns what was decided about the lines of a list, by line. */
export function decisionsOf(
  { verdicts = [] }: DecidedList,
  duplicates: readonly ImportDuplicate[],
): ReadonlyMap<number, DuplicateDecision> {
  const older = duplicates.flatMap(({ line, verdict }) => (verdict ? [[line, verdict] as const] : []));
  return new Map([...older, ...verdicts.map(({ line, ...decision }) => [line, decision] as const)]);
}

/** Returns the question together with the decision, where there is one. */
export function withDecision(list: DecidedList, duplicate: ImportDuplicate): ImportDuplicate {
  const decision = decisionsOf(list, [duplicate]).get(duplicate.line);
  return decision ? { ...duplicate, decided: true, verdict: decision } : duplicate;
}

const text = { type: String, required: true };
const count = { type: Number, required: true, min: 0 };
const decision = {
  decision: { type: String, required: true, enum: duplicateDecisions },
  personId: { type: String },
  decidedBy: text,
  decidedAt: text,
};

export const lineDecisionSchema = new Schema<LineDecision>(
  { ...decision, line: { type: Number, required: true } },
  { _id: false },
);
const candidateSchema = new Schema<DuplicateCandidate>(
  {
    reason: { type: String, required: true, enum: duplicateReasons },
    personId: { type: String },
    line: { type: Number },
  },
  { _id: false },
);
export const importDuplicateSchema = new Schema<ImportDuplicate>(
  {
    id: text,
    importId: text,
    line: count,
    slice: count,
    candidates: { type: [candidateSchema], required: true },
    decided: { type: Boolean, required: true },
    verdict: { type: new Schema<DuplicateDecision>(decision, { _id: false }) },
  },
  { _id: false },
);
importDuplicateSchema.index({ importId: 1 });
importDuplicateSchema.index({ importId: 1, decided: 1 });
