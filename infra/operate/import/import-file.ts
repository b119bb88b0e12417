import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import {
  acceptedIn,
  importProblem,
  pageIn,
  possibleDuplicate,
  statusIn,
  type ImportProblem,
  type ImportStatus,
  type PossibleDuplicate,
} from './answers.ts';
import {
  addChunkMutation,
  checkMutation,
  confirmMutation,
  decideMutation,
  duplicatesQuery,
  problemsQuery,
  startMutation,
  statusQuery,
} from './operations.ts';

/** Asks the graph as somebody and answers `data`; rejects when there are errors. */
export type AskGraph = (operation: string, variables: Record<string, unknown>) => Promise<unknown>;

export type DuplicateAnswer = { decision: 'SAME_PERSON'; personId: string } | { decision: 'NEW_PERSON' | 'SKIP' };
export type ImportFile = {
  bytes: Uint8Array;
  municipality: string;
  /** Sent a second time with the same key, the file continues the import that was begun. */
  idempotencyKey?: string;
  /** Who a line is; undefined leaves it open, and the import unconfirmed. */
  decide?: (duplicate: PossibleDuplicate) => Promise<DuplicateAnswer | undefined>;
  confirm: boolean;
};

export type ImportStep = 'SENDING' | 'CHECKING' | 'TAKING_OVER';
export type OnImportProgress = (step: ImportStep, done: number, total: number) => void;
export type ImportReport = { status: ImportStatus; problems: ImportProblem[]; undecided: PossibleDuplicate[] };

/** A request is limited to 100 kB; base64 makes four bytes of three. */
const CHUNK_BYTES = 45_000;
/** A short list is checked at once; a long one is asked about less and less often. */
const FIRST_POLL_MS = 30;
const LAST_POLL_MS = 500;

/**
 * Sends a list of recipients through the graph, has it checked, asks about possible duplicates and, if wanted, has it
 * taken over.
 */
export async function importFile(ask: AskGraph, file: ImportFile, onProgress: OnImportProgress): Promise<ImportReport> {
  const importId = await send(ask, file, onProgress);
  const checked = await until(ask, importId, { busy: 'CHECKING', step: 'CHECKING', onProgress });
  if (checked.problemCount !== 0)
    return {
      status: checked,
      problems: await every(ask, { importId, operation: problemsQuery, node: importProblem }),
      undecided: [],
    };

  const undecided = await decideAll(ask, importId, file.decide);
  if (!file.confirm || undecided.length > 0) return { status: await current(ask, importId), problems: [], undecided };
  await ask(confirmMutation, { importId }).then(acceptedIn);
  return {
    status: await until(ask, importId, { busy: 'CONFIRMED', step: 'TAKING_OVER', onProgress }),
    problems: [],
    undecided,
  };
}

async function send(
  ask: AskGraph,
  { bytes, municipality, idempotencyKey }: ImportFile,
  onProgress: OnImportProgress,
): Promise<string> {
  const importId = await ask(startMutation, { municipality, idempotencyKey: idempotencyKey ?? null }).then(acceptedIn);
  if ((await current(ask, importId)).state !== 'RECEIVING') return importId;
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  for (let number = 1; number <= chunks; number += 1) {
    const content = Buffer.from(bytes.subarray((number - 1) * CHUNK_BYTES, number * CHUNK_BYTES)).toString('base64');
    await ask(addChunkMutation, { importId, number, content }).then(acceptedIn);
    onProgress('SENDING', number, chunks);
  }
  return ask(checkMutation, { importId, chunks }).then(acceptedIn);
}

async function decideAll(ask: AskGraph, importId: string, who: ImportFile['decide']): Promise<PossibleDuplicate[]> {
  const undecided: PossibleDuplicate[] = [];
  for (const duplicate of await every(ask, { importId, operation: duplicatesQuery, node: possibleDuplicate })) {
    const answer = await who?.(duplicate);
    if (answer) await ask(decideMutation, { importId, line: duplicate.line, ...answer }).then(acceptedIn);
    else undecided.push(duplicate);
  }
  return undecided;
}

type Waiting = { busy: ImportStatus['state']; step: ImportStep; onProgress: OnImportProgress };

async function until(ask: AskGraph, importId: string, { busy, step, onProgress }: Waiting): Promise<ImportStatus> {
  for (let wait = FIRST_POLL_MS; ; wait = Math.min(wait * 2, LAST_POLL_MS)) {
    const status = await current(ask, importId);
    onProgress(step, status.progress.done, status.progress.total);
    if (status.state !== busy) return status;
    await pause(wait);
  }
}

async function current(ask: AskGraph, importId: string): Promise<ImportStatus> {
  return statusIn(await ask(statusQuery, { importId }));
}

/** Reads all pages of a list of the import. */
async function every<Node>(
  ask: AskGraph,
  { importId, operation, node }: { importId: string; operation: string; node: z.ZodType<Node> },
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page: { nodes: Node[]; next: string | null } = pageIn(await ask(operation, { importId, after }), node);
    nodes.push(...page.nodes);
    after = page.next;
  }
  return nodes;
}
