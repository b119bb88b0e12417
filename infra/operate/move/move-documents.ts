import type { Documents } from '#shared/documents/documents.ts';
import type { MovableDocuments } from '#shared/documents/mongodb/mongodb.ts';
import { combined, fingerprint, MoveRefused, type Comparison, type Checksum } from './fingerprint.ts';

const BATCH = 500;

/** The stores of one service. Without `from` the house has never had this service: then there is nothing to move. */
export type ServiceStores = {
  service: string;
  from: Pick<Documents, 'names' | 'records' | 'close'> | undefined;
  to: MovableDocuments;
};
type StoredRecord = Parameters<MovableDocuments['restore']>[1][number];

export async function namesFrom({ from }: ServiceStores): Promise<string[]> {
  return from ? from.names() : [];
}

/** The ids of what the target has, by collection. */
export type TargetIds = ReadonlyMap<string, ReadonlySet<string>>;

/** Refuses a target that holds anything but records of this house, in the very same state. */
export async function inspectDocuments(sides: ServiceStores): Promise<TargetIds> {
  const found = new Map<string, Set<string>>();
  for (const name of await sides.to.names()) {
    const there = await fingerprintsOf(sides.to, name);
    found.set(name, new Set(there.keys()));
    if (there.size === 0) continue;
    if (sides.from)
      for await (const record of sides.from.records(name))
        if (there.get(record.id) === fingerprint(record)) there.delete(record.id);
    if (there.size > 0)
      throw new MoveRefused(
        `${sides.service} · ${name}: the target holds ${there.size} records that are not of this house as it is; nothing was written`,
      );
  }
  return found;
}

/** Writes the records that the target does not have yet, exactly as they are stored. */
export async function moveCollection(
  { from, to }: ServiceStores,
  { name, there }: { name: string; there: TargetIds },
  onMoved: (records: number) => void,
): Promise<void> {
  if (!from) return;
  const known = there.get(name);
  let batch: StoredRecord[] = [];
  const flush = async (): Promise<void> => {
    await to.restore(name, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const record of from.records(name)) {
    if (!known?.has(record.id)) batch.push(record);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

export async function compareCollection({ service, from, to }: ServiceStores, name: string): Promise<Comparison> {
  return {
    what: `${service} · ${name}`,
    from: from ? await tallyOf(from, name) : { count: 0, hash: combined([]) },
    to: await tallyOf(to, name),
  };
}

async function fingerprintsOf(documents: Pick<Documents, 'records'>, name: string): Promise<Map<string, string>> {
  const fingerprints = new Map<string, string>();
  for await (const record of documents.records(name)) fingerprints.set(record.id, fingerprint(record));
  return fingerprints;
}

async function tallyOf(documents: Pick<Documents, 'records'>, name: string): Promise<Checksum> {
  const fingerprints = await fingerprintsOf(documents, name);
  return { count: fingerprints.size, hash: combined(fingerprints.values()) };
}
