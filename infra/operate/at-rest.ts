import { randomUUID } from 'node:crypto';
import type { Documents } from '#shared/documents/documents.ts';

/**
 * Whether no service publishes from this store: one that runs holds the lease, as does one that was killed a moment
 * ago.
 */
export async function isAtRest(documents: Pick<Documents, 'lease'>): Promise<boolean> {
  const holder = randomUUID();
  if ((await documents.lease('relay', holder, 1)) === null) return false;
  await documents.lease('relay', holder, 0);
  return true;
}
