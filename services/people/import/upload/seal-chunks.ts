import { findAll } from '#shared/documents/find-all.ts';
import type { ImportDesk } from '../work/import-desk.ts';
import type { ImportTask } from '../work/import-work.ts';
import { chunkId, type ImportChunk } from './chunk.ts';

/**
 * Closes a file: no piece is added or replaced any more. Returns every piece with the content that `keep` leaves of it.
 */
export async function sealChunks(
  { staged }: ImportDesk,
  { work: { id, importId }, stamp }: ImportTask,
  keep: (content: string) => string,
): Promise<ImportChunk[]> {
  const work = await staged.work.change(
    id,
    (current) => {
      if (!current) throw new Error('an import without its work');
      return { state: current.sealed ? current : { ...current, sealed: true }, events: [] };
    },
    stamp,
  );
  const announced = Array.from({ length: work.pieces ?? 0 }, (_, index) => chunkId(importId, index + 1));
  const arrived = (await findAll(staged.chunks, { importId })).map((chunk) => chunk.id);
  const sealed: ImportChunk[] = [];
  for (const chunkKey of new Set([...announced, ...arrived])) {
    sealed.push(
      await staged.chunks.change(
        chunkKey,
        (chunk) => {
          const content = keep(chunk?.content ?? '');
          const isSealed = chunk?.sealed && chunk.content === content;
          return { state: isSealed ? chunk : { id: chunkKey, importId, content, sealed: true }, events: [] };
        },
        stamp,
      ),
    );
  }
  return sealed;
}
