import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';
import { MoveRefused } from './fingerprint.ts';
import type { Places } from './move-positions.ts';

export type GroupIn = { admin: Admin; groupId: string; topic: string };

/** A move that was killed while it set places is a member of the group for half a minute more. */
const GONE_MS = 45_000;
const ASK_MS = 1000;

/** Sets where a group goes on. It must not be at work: a house that runs there is not moved into. */
export async function setPlaces({ admin, groupId, topic }: GroupIn, places: Places): Promise<void> {
  if (places.size === 0) return;
  await atRest(admin, groupId);
  await admin.setOffsets({ groupId, topic, partitions: [...places].map(([partition, offset]) => ({ partition, offset: String(offset) })) });
}

export async function placesOf({ admin, groupId, topic }: GroupIn): Promise<Places> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const set = (committed?.partitions ?? []).filter(({ offset }) => Number(offset) >= 0);
  return new Map(set.map(({ partition, offset }) => [partition, BigInt(offset)]));
}

async function atRest(admin: Admin, groupId: string): Promise<void> {
  for (const end = performance.now() + GONE_MS; ;) {
    const { groups: [group] } = await admin.describeGroups([groupId]);
    if (group === undefined || group.state === 'Empty' || group.state === 'Dead') return;
    await pause(ASK_MS);
    if (performance.now() > end) throw new MoveRefused(`${groupId}: a service reads there; stop the house that runs on the target`);
  }
}
