import { setTimeout as pause } from 'node:timers/promises';
import type { EachBatchPayload } from 'kafkajs';
import { readKafkaRecord } from './record.ts';
import { handledByKey } from '#shared/events/order-per-key.ts';
import type { Handle } from '#shared/events/events.ts';

const RETRY_MS = 500;
/** Handled before they are committed together, so that little comes again after a crash. */
const SLICE = 100;
/**
 * A store that swallows everything is waited for longer than a session lasts: meanwhile too, the group hears that this
 * member lives.
 */
const SIGN_OF_LIFE_MS = 2000;

/** Handles a batch, in order for each key, and commits what had its effect, never more. */
export async function readBatch(
  payload: EachBatchPayload,
  { handle, topicOf }: { handle: Handle; topicOf: (topic: string) => string },
): Promise<void> {
  const { topic, partition, messages } = payload.batch;
  const deliveries = messages.map((message) => ({
    ...readKafkaRecord({ topic: topicOf(topic), partition }, message),
    offset: message.offset,
  }));
  const going = (): boolean => payload.isRunning() && !payload.isStale();
  for (let from = 0; from < deliveries.length && going(); from += SLICE) {
    const slice = deliveries.slice(from, from + SLICE);
    // One that fails, since the group forms anew, fails again after the attempt, where the client is told.
    const alive = setInterval(() => going() && void payload.heartbeat().catch(() => undefined), SIGN_OF_LIFE_MS);
    const front = await handledByKey(slice, ({ offset: _, ...delivery }) =>
      handledWhile(
        going,
        () => handle(delivery),
        () => payload.heartbeat(),
      ),
    ).finally(() => clearInterval(alive));
    for (const { offset } of slice.slice(0, front)) payload.resolveOffset(offset);
    const last = slice[front - 1]?.offset;
    // Of the two ways to commit, this one still works while the consumer stops.
    if (last !== undefined)
      await payload.commitOffsetsIfNecessary({
        topics: [{ topic, partitions: [{ partition, offset: String(BigInt(last) + 1n) }] }],
      });
    if (front < slice.length) break;
    // A rebalance shows itself here: the error must reach the client, or the group throws this member out.
    await payload.heartbeat();
  }
}

/** Tries until it is handled, with a sign of life after each try; false when the member has to let go first. */
async function handledWhile(
  going: () => boolean,
  handle: () => Promise<void>,
  heartbeat: () => Promise<void>,
): Promise<boolean> {
  while (going()) {
    const done = await handle().then(
      () => true,
      () => false,
    );
    await heartbeat();
    if (done) return true;
    await pause(RETRY_MS);
  }
  return false;
}
