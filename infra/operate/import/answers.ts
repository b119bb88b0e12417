import { z } from 'zod';

/** A refusal of the graph, with its code, e.g. `FORBIDDEN`. */
export class ImportRefused extends Error {
  readonly code: string;

  constructor({ code, message }: { code: string; message: string }) {
    super(message);
    this.name = 'ImportRefused';
    this.code = code;
  }
}

const tally = z.object({ created: z.number(), updated: z.number(), unchanged: z.number(), skipped: z.number() });
const status = z.object({
  id: z.string(),
  state: z.enum(['RECEIVING', 'CHECKING', 'CHECKED', 'CONFIRMED', 'COMPLETED', 'DISCARDED']),
  lines: z.number().nullable(),
  problemCount: z.number().nullable(),
  duplicateCount: z.number().nullable(),
  undecidedCount: z.number().nullable(),
  planned: tally.nullable(),
  done: tally.nullable(),
  progress: z.object({ done: z.number(), total: z.number() }),
});
export type ImportStatus = z.infer<typeof status>;

export const importProblem = z.object({
  line: z.number(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.string(),
  expected: z.string(),
});
export type ImportProblem = z.infer<typeof importProblem>;

const known = z.object({
  customerNumber: z.string().nullable(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
});
export const possibleDuplicate = z.object({
  line: z.number(),
  recipient: known.extend({ birthDate: z.string() }).nullable(),
  candidates: z.array(
    z.object({
      reason: z.string(),
      line: z.number().nullable(),
      personId: z.string().nullable(),
      person: known.nullable(),
    }),
  ),
});
export type PossibleDuplicate = z.infer<typeof possibleDuplicate>;

/** Reads the state of the import, as `statusQuery` asks for it. */
export function statusIn(answer: unknown): ImportStatus {
  return z.object({ import: status }).parse(answer).import;
}

/** Reads the id of the import a mutation was about. Throws `ImportRefused` when a rule said no. */
export function acceptedIn(answer: unknown): string {
  const refusal = z.object({ code: z.string(), message: z.string() }).nullable();
  const { step } = z
    .object({ step: z.object({ import: z.object({ id: z.string() }).nullable(), refusal }) })
    .parse(answer);
  if (step.refusal) throw new ImportRefused(step.refusal);
  if (!step.import) throw new Error('the graph answered neither an import nor a refusal');
  return step.import.id;
}

/** Reads one page of a list of the import. */
export function pageIn<Node>(answer: unknown, node: z.ZodType<Node>): { nodes: Node[]; next: string | null } {
  const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
  const { page } = z
    .object({ import: z.object({ page: z.object({ edges: z.array(z.object({ node })), pageInfo }) }) })
    .parse(answer).import;
  return {
    nodes: page.edges.map((edge) => edge.node),
    next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
  };
}
