import { Schema } from 'mongoose';
import type { Collection } from '#shared/documents/documents.ts';
import { PeopleRefusal } from '../../refusal.ts';

/**
 * A piece of the file as it was sent, kept until the file is checked. Sealed, it is neither replaced nor written late.
 */
export type ImportChunk = { id: string; importId: string; content: string; sealed?: boolean };

export const chunkId = (importId: string, number: number): string => `${importId}/chunk/${number}`;

const text = { type: String, required: true };

export const importChunkSchema = new Schema<ImportChunk>(
  { id: text, importId: text, content: { type: String }, sealed: { type: Boolean } },
  { _id: false },
);
importChunkSchema.index({ importId: 1 });

/** Requests are limited to 100 kB, and a list to what the check takes in one go. */
const MAX_CONTENT = 60_000;
const MAX_CHUNKS = 400;
/** What all pieces hold together. */
export const MAX_FILE_BYTES = MAX_CHUNKS * (MAX_CONTENT / 4) * 3;

/** Refuses a piece that is too long, has an impossible number or is not base64. */
export function assertChunk({ number, content }: { number: number; content: string }): void {
  if (number < 1 || number > MAX_CHUNKS)
    throw new PeopleRefusal('INVALID_INPUT', `must be from 1 to ${MAX_CHUNKS}.`, 'number');
  if (content.length > MAX_CONTENT)
    throw new PeopleRefusal(
      'INVALID_INPUT',
      `at most ${MAX_CONTENT} characters, which are ${(MAX_CONTENT / 4) * 3} bytes; send the file in more pieces.`,
      'content',
    );
  if (Buffer.from(content, 'base64').toString('base64') !== content)
    throw new PeopleRefusal('INVALID_INPUT', 'must be base64 with padding.', 'content');
}

/** Refuses a file of which a piece is missing, from 1 to the last. */
export async function assertEveryChunk(
  collection: Collection<ImportChunk>,
  { importId, chunks }: { importId: string; chunks: number },
): Promise<void> {
  if (chunks < 1 || chunks > MAX_CHUNKS)
    throw new PeopleRefusal('INVALID_INPUT', `must be from 1 to ${MAX_CHUNKS}.`, 'chunks');
  const arrived = await collection.getMany(Array.from({ length: chunks }, (_, index) => chunkId(importId, index + 1)));
  const missing = arrived.indexOf(null);
  if (missing >= 0)
    throw new PeopleRefusal('IMPORT_INCOMPLETE', `Piece ${missing + 1} of ${chunks} has not arrived; send it again.`);
}
