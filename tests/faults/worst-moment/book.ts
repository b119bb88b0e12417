import { Schema } from 'mongoose';
import { z } from 'zod';
import type { Consumer } from '#shared/delivery/consume.ts';
import type { Contract } from '#shared/contracts/contract.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';

/** What somebody wrote into one of fifty books, in order; and what a listener copied from the events. */
export type Book = { id: string; entries: string[] };

export const contract = {
  topic: 'cases.events',
  events: { 'entry.added': { data: z.object({ entry: z.string() }) } },
} satisfies Contract;

const bookSchema = () =>
  new Schema<Book>(
    { id: { type: String, required: true }, entries: { type: [String], required: true } },
    { _id: false },
  );
export const books = (documents: Documents): Collection<Book> => documents.collection('books', bookSchema(), contract);
export const copies = (documents: Documents): Collection<Book> => documents.collection('copies', bookSchema());

/** Writes one entry; the same key again changes nothing. */
export async function write(collection: Collection<Book>, { book, entry, key }: BookEntry): Promise<void> {
  const stamp: Stamp = { requestId: 'fault', at: new Date().toISOString(), idempotency: { key, fingerprint: entry } };
  await collection.change(
    book,
    (state) => ({
      state: { id: book, entries: [...(state?.entries ?? []), entry] },
      events: [{ type: 'entry.added', data: { entry } }],
    }),
    stamp,
  );
}

/** Builds the consumer that copies what it hears. */
export function copying(collection: Collection<Book>): Consumer {
  return {
    contracts: [contract],
    reactions: {
      'entry.added': [
        async (event) =>
          collection.project(event.subject, event, (state) => ({
            id: event.subject,
            entries: [...(state?.entries ?? []), z.string().parse(event.data.entry)],
          })),
      ],
    },
  };
}

export type BookEntry = { book: string; entry: string; key: string };

/** When a process ends itself as a crash would: at the nth time that it comes to the worst moment of its part. */
export const moments = [
  'between publish and mark',
  'between effect and offset',
  'before the write',
  'between write and answer',
] as const;
export type Moment = (typeof moments)[number];
export type Doomed = { moment: Moment; config: EngineConfig; nth: number };
