import { Schema } from 'mongoose';
import type { Message } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';

/** The last event of an aggregate that this service has handled: it tells a duplicate and a gap from the next event. */
export type Handled = { id: string; sequence: number };

export const handledSchema = new Schema<Handled>(
  { id: { type: String, required: true }, sequence: { type: Number, required: true } },
  { _id: false },
);

export type Progress = {
  of: (subject: string) => Promise<number>;
  advance: (message: Message) => Promise<void>;
  clear: () => Promise<void>;
};

export function progress(documents: Documents): Progress {
  const handled = documents.collection('handled', handledSchema);
  return {
    of: async (subject) => (await handled.get(subject))?.sequence ?? 0,
    advance: (message) =>
      handled.project(message.subject, message, () => ({ id: message.subject, sequence: message.sequence })),
    clear: () => handled.clear(),
  };
}
