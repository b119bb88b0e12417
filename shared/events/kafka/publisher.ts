import type { Message as KafkaRecord, Producer } from 'kafkajs';
import type { Message } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';
import { recordOf } from './record.ts';
import { reconnecting } from './reconnecting.ts';

/** A broker takes a megabyte for each partition of a request: all of a request may go to one, and headers count too. */
const BYTES_AT_ONCE = 400_000;
const ACKNOWLEDGED_MS = 5000;
/** What a broker says of records that it will not take however often they are sent. */
const NEVER = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

export type Publisher = {
  send: (topic: string, messages: readonly Message[]) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Sends in order, in requests a broker accepts, one after the other; rejects with `Unavailable`, or with what the log
 * never takes.
 */
export function publisher(open: () => Producer): Publisher {
  const producer = reconnecting(open, isNever);
  return {
    send: async (topic, messages) => {
      for (const part of parts(messages.map(recordOf))) {
        await producer
          .use((client) => client.send({ topic, acks: -1, timeout: ACKNOWLEDGED_MS, messages: part }))
          .catch((error: unknown) => {
            throw isNever(error) ? error : new Unavailable('the event log does not answer', { cause: error });
          });
      }
    },
    close: () => producer.close(),
  };
}

function isNever(error: unknown): boolean {
  return error instanceof Error && 'type' in error && NEVER.has(String(error.type));
}

function parts(records: readonly KafkaRecord[]): KafkaRecord[][] {
  const made: KafkaRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    if (bytes + size > BYTES_AT_ONCE) {
      made.push([]);
      bytes = 0;
    }
    made.at(-1)?.push(record);
    bytes += size;
  }
  return made;
}
