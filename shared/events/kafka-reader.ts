import { setTimeout as pause } from 'node:timers/promises';
import type { EachBatchPayload } from 'kafkajs';
import { deliveryOf } from './cloud-event.ts';
import type { Handle } from './events.ts';

const RETRY_MS = 500;
/** Committed at least this often, so that little comes again after a crash. */
const COMMIT_EVERY = 50;

/** Handles a batch in order and commits what had its effect, never more. */
export async function readBatch(payload: EachBatchPayload, { handle, topicOf }: { handle: Handle; topicOf: (topic: string) => string }): Promise<void> {
  const { batch } = payload;
  const place = { topic: batch.topic, partition: batch.partition };
  const going = (): boolean => payload.isRunning() && !payload.isStale();
  let uncommitted: string | undefined;
  const commit = async (): Promise<void> => {
    if (uncommitted === undefined) return;
    // Of the two ways to commit, this one still works while the consumer stops.
    const partitions = [{ partition: place.partition, offset: String(BigInt(uncommitted) + 1n) }];
    await payload.commitOffsetsIfNecessary({ topics: [{ topic: place.topic, partitions }] });
    uncommitted = undefined;
  };

  for (const [index, message] of batch.messages.entries()) {
    if (!going()) break;
    const delivery = deliveryOf({ ...place, topic: topicOf(batch.topic) }, message);
    if (!(await handledWhile(going, () => handle(delivery), () => payload.heartbeat()))) break;
    payload.resolveOffset(message.offset);
    uncommitted = message.offset;
    if (index % COMMIT_EVERY === COMMIT_EVERY - 1) await commit();
    // A rebalance shows itself here: the error must reach the client, or the group throws this member out.
    await payload.heartbeat();
  }
  await commit();
}

/** Tries until it is handled; false when the member has to let go first. */
async function handledWhile(going: () => boolean, handle: () => Promise<void>, heartbeat: () => Promise<void>): Promise<boolean> {
  for (;;) {
    const done = await handle().then(() => true, () => false);
    if (done) return true;
    await pause(RETRY_MS);
    if (!going()) return false;
    await heartbeat();
  }
}
