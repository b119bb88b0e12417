import type { Collection } from '#shared/documents/documents.ts';
import { Refusal } from '#shared/refusal.ts';
import { chunkId, type Chunk } from '../staged.ts';

/** Requests are limited to 100 kB, and a list to what the check takes in one go. */
const LONGEST = 60_000;
const MOST = 400;

export function assertChunk({ number, content }: { number: number; content: string }): void {
  if (number < 1 || number > MOST) throw new Refusal('INVALID_INPUT', `number: must be from 1 to ${MOST}.`);
  if (content.length > LONGEST)
    throw new Refusal(
      'INVALID_INPUT',
      `content: at most ${LONGEST} characters, which are ${(LONGEST / 4) * 3} bytes; send the file in more pieces.`,
    );
  if (Buffer.from(content, 'base64').toString('base64') !== content)
    throw new Refusal('INVALID_INPUT', 'content: must be base64 with padding.');
}

/** All pieces are there, from 1 to the last. */
export async function assertComplete(
  stored: Collection<Chunk>,
  { importId, chunks }: { importId: string; chunks: number },
): Promise<void> {
  if (chunks < 1 || chunks > MOST) throw new Refusal('INVALID_INPUT', `chunks: must be from 1 to ${MOST}.`);
  const found = await stored.getMany(Array.from({ length: chunks }, (_, index) => chunkId(importId, index + 1)));
  const missing = found.indexOf(null);
  if (missing >= 0)
    throw new Refusal('IMPORT_INCOMPLETE', `Piece ${missing + 1} of ${chunks} has not arrived; send it again.`);
}
