import type { Events } from '#shared/events/events.ts';
import type { PartitionOffsets } from '#shared/events/kafka/offsets.ts';
import type { Comparison } from './fingerprint.ts';

/** How far a group has come in a topic: which of its events it has handled. */
export type GroupProgress = { group: string; handled: (eventId: string) => boolean; count: number; left: number };

/**
 * Reads how far each group is. It handles a topic of the embedded log from its first event on: what is left says it.
 */
export async function readGroupProgress(
  from: Pick<Events, 'read' | 'lag'>,
  topic: string,
  groups: readonly string[],
): Promise<GroupProgress[]> {
  const first = new Map<string, number>();
  let rows = 0;
  for await (const delivery of from.read(topic)) {
    if ('message' in delivery && !first.has(delivery.message.id)) first.set(delivery.message.id, rows);
    rows += 1;
  }
  return Promise.all(
    groups.map(async (group) => {
      const done = rows - (await from.lag(group, [topic]));
      const count = [...first.values()].filter((row) => row < done).length;
      return { group, handled: (id: string) => (first.get(id) ?? Infinity) < done, count, left: first.size - count };
    }),
  );
}

/**
 * Returns of each group, by partition, the first event that it has not handled, or the end. What it has handled behind
 * that comes again and is recognised; nothing that it has not handled is left out, in whatever order partitions hold
 * the events.
 */
export async function targetOffsets(
  to: Pick<Events, 'read'>,
  topic: string,
  groups: readonly GroupProgress[],
): Promise<Map<string, PartitionOffsets>> {
  const ends = new Map<number, bigint>();
  const unhandled = new Map(groups.map(({ group }) => [group, new Map<number, bigint>()]));
  for await (const delivery of to.read(topic)) {
    const { partition, offset } = partitionAndOffset(delivery.position);
    ends.set(partition, offset + 1n);
    for (const { group, handled } of groups) {
      const offsets = unhandled.get(group);
      if (offsets && !offsets.has(partition) && 'message' in delivery && !handled(delivery.message.id))
        offsets.set(partition, offset);
    }
  }
  return new Map([...unhandled].map(([group, offsets]) => [group, new Map([...ends, ...offsets])]));
}

/**
 * Compares how many events each group has still to hear of: here, and behind the offsets that are set on the target.
 */
export async function comparePositions(
  to: Pick<Events, 'read'>,
  {
    topic,
    groups,
    offsets,
  }: { topic: string; groups: readonly GroupProgress[]; offsets: ReadonlyMap<string, PartitionOffsets> },
): Promise<Comparison[]> {
  const pending = new Map(groups.map(({ group }) => [group, new Set<string>()]));
  for await (const delivery of to.read(topic)) {
    if (!('message' in delivery)) continue;
    const { partition, offset } = partitionAndOffset(delivery.position);
    const { id } = delivery.message;
    for (const { group, handled } of groups)
      if (!handled(id) && offset >= (offsets.get(group)?.get(partition) ?? 0n)) pending.get(group)?.add(id);
  }
  return groups.map(({ group, left }) => ({
    what: `${group} has still to hear of ${topic}`,
    from: { count: left, hash: '' },
    to: { count: pending.get(group)?.size ?? 0, hash: '' },
  }));
}

function partitionAndOffset(position: string): { partition: number; offset: bigint } {
  const [partition = '0', offset = '0'] = position.split('/');
  return { partition: Number(partition), offset: BigInt(offset) };
}
