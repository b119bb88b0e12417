import { withoutKey } from '#shared/graph/request.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Context } from '../../context.ts';
import { assertChunk } from './chunks.ts';
import type { Import } from '../import.ts';
import { myImport } from '../graph/my-import.ts';
import { chunkId, newWork, workId } from '../staged.ts';

export type AddChunkInput = { importId: string; number: number; content: string };

/**
 * Keeps a piece of the file. It is announced before it is written: whoever checks or empties the import seals every piece that
 * was announced, and one that arrives after that is refused, however long it was on its way.
 */
export async function addChunk(
  input: AddChunkInput,
  context: Pick<Context, 'actor' | 'importing' | 'requestId' | 'stamp'>,
): Promise<{ import: Import }> {
  const { importId, number, content } = input;
  const { work, chunks } = context.importing.staged;
  const file = await myImport(importId, context);
  if (file.state !== 'RECEIVING') throw closed();
  assertChunk(input);
  const stamp = withoutKey(context.stamp);
  await work.change(
    workId(importId),
    (known) => {
      const { sealed = false, pieces = 0, ...rest } = known ?? newWork(importId, context.requestId);
      if (sealed) throw closed();
      return { state: known && pieces >= number ? known : { ...rest, pieces: Math.max(pieces, number) }, events: [] };
    },
    stamp,
  );
  await chunks.change(
    chunkId(importId, number),
    (chunk) => {
      if (chunk?.sealed) throw closed();
      return { state: { id: chunkId(importId, number), importId, content }, events: [] };
    },
    stamp,
  );
  return { import: file };
}

const closed = (): Refusal =>
  new Refusal('IMPORT_CLOSED', 'The file was handed in as complete, or given up; start a new import for another one.');
