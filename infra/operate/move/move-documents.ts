import type { Documents } from '#shared/documents/documents.ts';
import type { MovableDocuments } from '#shared/documents/mongodb/mongodb.ts';
import { combined, fingerprint, MoveRefused, type Checksum, type Comparison } from './fingerprint.ts';

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

/** Ids of what the target has, by collection. */
export type TargetIds = ReadonlyMap<string, ReadonlySet<string>>;

/** Refuses a target that holds anything but records of this house, in the very same state. */
export async function inspectDocuments({ service, from, to }: ServiceStores): Promise<TargetIds> {
  const ids = new Map<string, Set<string>>();
  for (const name of await to.names()) {
    const foreign = await fingerprintsOf(to, name);
    ids.set(name, new Set(foreign.keys()));
    if (foreign.size === 0) continue;
    if (from)
      for await (const record of from.records(name))
        if (foreign.get(record.id) === fingerprint(record)) foreign.delete(record.id);
    if (foreign.size > 0)
      throw new MoveRefused(
        `${service} · ${name}: the target holds ${foreign.size} records that are not of this house as it is; ` +
          'nothing was written',
      );
  }
  return ids;
}

/** Writes the records that the target does not have yet, exactly as they are stored. */
export async function moveCollection(
  { from, to }: ServiceStores,
  { name, present }: { name: string; present: TargetIds },
  onMoved: (records: number) => void,
): Promise<void> {
  if (!from) return;
  const onTarget = present.get(name);
  let batch: StoredRecord[] = [];
  const flush = async (): Promise<void> => {
    await to.restore(name, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const record of from.records(name)) {
    if (!onTarget?.has(record.id)) batch.push(record);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

export async function compareCollection({ service, from, to }: ServiceStores, name: string): Promise<Comparison> {
  return {
    what: `${service} · ${name}`,
    from: from ? await checksumOf(from, name) : { count: 0, hash: combined([]) },
    to: await checksumOf(to, name),
  };
}

async function fingerprintsOf(documents: Pick<Documents, 'records'>, name: string): Promise<Map<string, string>> {
  const fingerprints = new Map<string, string>();
  for await (const record of documents.records(name)) fingerprints.set(record.id, fingerprint(record));
  return fingerprints;
}

async function checksumOf(documents: Pick<Documents, 'records'>, name: string): Promise<Checksum> {
  const fingerprints = await fingerprintsOf(documents, name);
  return { count: fingerprints.size, hash: combined(fingerprints.values()) };
}
