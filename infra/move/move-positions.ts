import type { Admin } from 'kafkajs';
import type { Logs } from './move-events.ts';

export type PositionOf = { group: string; topic: string; admin: Admin; prefix: string };

/** Sets how far a group has read: exactly the events it has handled here are behind it there. Answers how many those are. */
export async function movePosition({ from, to }: Logs, { group, topic, admin, prefix }: PositionOf): Promise<number> {
  const handled = await handledPerKey(from, group, topic);
  const next = new Map<number, bigint>();
  const seen = new Map<string, number>();
  for await (const { key, position } of to.read(topic)) {
    const [partition, offset] = position.split('/').map(BigInt);
    if (partition === undefined || offset === undefined) continue;
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    if (place <= (handled.perKey.get(key) ?? 0)) next.set(Number(partition), offset + 1n);
  }
  const partitions = [...next].map(([partition, offset]) => ({ partition, offset: String(offset) }));
  if (partitions.length > 0) await admin.setOffsets({ groupId: `${prefix}${group}`, topic: `${prefix}${topic}`, partitions });
  return handled.count;
}

/** A group handles a topic of the embedded log from its first event on, so what is left tells what is done. */
async function handledPerKey(from: Logs['from'], group: string, topic: string): Promise<{ count: number; perKey: Map<string, number> }> {
  const perKey = new Map<string, number>();
  let all = 0;
  for await (const _ of from.read(topic)) all += 1;
  const count = all - (await from.lag(group, [topic]));
  let left = count;
  for await (const { key } of from.read(topic)) {
    if (left === 0) break;
    left -= 1;
    perKey.set(key, (perKey.get(key) ?? 0) + 1);
  }
  return { count, perKey };
}
