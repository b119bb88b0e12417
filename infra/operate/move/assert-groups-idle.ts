import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaAdmin } from '#shared/events/kafka/admin.ts';
import { MoveRefused } from './fingerprint.ts';

/** A move that was killed while it set offsets is a member of the group for ten seconds more. */
const GONE_MS = 20_000;
const ASK_MS = 500;

/**
 * Rejects with `MoveRefused` when somebody goes on reading in one of the groups: a house that runs is not moved into.
 */
export async function assertGroupsIdle(
  admin: Pick<KafkaAdmin, 'listBusyGroups'>,
  groups: readonly string[],
): Promise<void> {
  for (const end = performance.now() + GONE_MS; ;) {
    const busy = await admin.listBusyGroups(groups);
    if (busy.length === 0) return;
    await pause(ASK_MS);
    if (performance.now() > end)
      throw new MoveRefused(`${busy.join(', ')}: a service reads there; stop the house that runs on the target`);
  }
}
