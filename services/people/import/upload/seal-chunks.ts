import { findAll } from '#shared/documents/find-all.ts';
import type { ImportDesk, Task } from '../import-desk.ts';
import { chunkId, type Chunk } from '../staged.ts';

/** From now on no piece of the file is added or replaced; answers what there is, and what `keep` makes of it. */
export async function sealChunks(
  { staged }: ImportDesk,
  { work: { id, importId }, stamp }: Task,
  keep: (content: string) => string,
): Promise<Chunk[]> {
  const work = await staged.work.change(
    id,
    (known) => {
      if (!known) throw new Error('an import without its work');
      return { state: known.sealed ? known : { ...known, sealed: true }, events: [] };
    },
    stamp,
  );
  const announced = Array.from({ length: work.pieces ?? 0 }, (_, index) => chunkId(importId, index + 1));
  const there = (await findAll(staged.chunks, { importId })).map((chunk) => chunk.id);
  const sealed: Chunk[] = [];
  for (const chunk of new Set([...announced, ...there])) {
    sealed.push(
      await staged.chunks.change(
        chunk,
        (known) => {
          const content = keep(known?.content ?? '');
          return {
            state: known?.sealed && known.content === content ? known : { id: chunk, importId, content, sealed: true },
            events: [],
          };
        },
        stamp,
      ),
    );
  }
  return sealed;
}
