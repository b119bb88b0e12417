import { withoutKey } from '#shared/graph/request.ts';
import type { Context } from '../../context.ts';
import { requireOwnImport } from '../graph/import-access.ts';
import type { Import } from '../import.ts';
import { importWorkId, newImportWork } from '../work/import-work.ts';
import { assertChunk, chunkId } from './chunk.ts';
import { PeopleRefusal } from '../../refusal.ts';

export type AddImportChunkInput = { importId: string; number: number; content: string };

/**
 * Keeps a piece of the file. It is announced before it is written: whoever checks or empties the import seals every
 * announced piece, and one that arrives after that is refused, however long it was on its way.
 */
export async function addImportChunk(
  input: AddImportChunkInput,
  context: Pick<Context, 'actor' | 'importing' | 'requestId' | 'stamp'>,
): Promise<{ import: Import }> {
  const { importId, number, content } = input;
  const { work, chunks } = context.importing.staged;
  const list = await requireOwnImport(importId, context);
  if (list.state !== 'RECEIVING') throw fileClosed();
  assertChunk(input);
  const stamp = withoutKey(context.stamp);
  await work.change(
    importWorkId(importId),
    (current) => {
      const { sealed = false, pieces = 0, ...rest } = current ?? newImportWork(importId, context.requestId);
      if (sealed) throw fileClosed();
      const isAnnounced = current !== null && pieces >= number;
      return { state: isAnnounced ? current : { ...rest, pieces: Math.max(pieces, number) }, events: [] };
    },
    stamp,
  );
  await chunks.change(
    chunkId(importId, number),
    (chunk) => {
      if (chunk?.sealed) throw fileClosed();
      return { state: { id: chunkId(importId, number), importId, content }, events: [] };
    },
    stamp,
  );
  return { import: list };
}

const fileClosed = (): PeopleRefusal =>
  new PeopleRefusal(
    'IMPORT_CLOSED',
    'The file was handed in as complete, or given up; start a new import for another one.',
  );
