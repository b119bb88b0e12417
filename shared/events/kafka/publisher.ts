import type { Message as KafkaRecord, Producer } from 'kafkajs';
import type { Message } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';
import { kafkaRecord } from './record.ts';
import { reconnectingClient } from './reconnecting.ts';

/** The size of a request. A broker takes a megabyte per partition: all may go to one, and headers count too. */
const BYTES_AT_ONCE = 400_000;
const ACKNOWLEDGED_MS = 5000;
/** The errors of a broker about records that it will not take however often they are sent. */
const NEVER = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

export type KafkaPublisher = {
  send: (topic: string, messages: readonly Message[]) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Makes a publisher that sends in order, in requests that a broker accepts, one after the other. It rejects with
 * `Unavailable`, or with the error of a broker about records that it never takes.
 */
export function kafkaPublisher(open: () => Producer): KafkaPublisher {
  const producer = reconnectingClient(open, isNeverTaken);
  return {
    send: async (topic, messages) => {
      for (const request of requestsOf(messages.map(kafkaRecord))) {
        await producer
          .use((client) => client.send({ topic, acks: -1, timeout: ACKNOWLEDGED_MS, messages: request }))
          .catch((error: unknown) => {
            throw isNeverTaken(error) ? error : new Unavailable('the event log does not answer', { cause: error });
          });
      }
    },
    close: () => producer.close(),
  };
}

function isNeverTaken(error: unknown): boolean {
  return error instanceof Error && 'type' in error && NEVER.has(String(error.type));
}

function requestsOf(records: readonly KafkaRecord[]): KafkaRecord[][] {
  const requests: KafkaRecord[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    const size = JSON.stringify(record).length;
    if (bytes + size > BYTES_AT_ONCE) {
      requests.push([]);
      bytes = 0;
    }
    requests.at(-1)?.push(record);
    bytes += size;
  }
  return requests;
}
