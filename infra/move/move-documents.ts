import type { Documents } from '#shared/documents/documents.ts';
import type { MovableDocuments } from '#shared/documents/mongodb.ts';
import { combined, fingerprint, MoveRefused, type Compared, type Tally } from './fingerprint.ts';

const BATCH = 200;

export type Sides = { from: Documents; to: MovableDocuments };

/** Writes the records that the target does not have yet, exactly as they are stored. Refuses a target that holds anything else. */
export async function moveCollection({ from, to }: Sides, name: string, onMoved: (records: number) => void): Promise<void> {
  const there = new Map<string, string>();
  for await (const record of to.records(name)) there.set(record.id, fingerprint(record));
  let batch: Parameters<MovableDocuments['restore']>[1][number][] = [];
  let known = 0;
  const flush = async (): Promise<void> => {
    await to.restore(name, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const record of from.records(name)) {
    const moved = there.get(record.id);
    if (moved !== undefined && moved !== fingerprint(record)) throw new MoveRefused(`${name}: the target holds another state of a record, so it is in use already`);
    if (moved === undefined) batch.push(record);
    else known += 1;
    if (batch.length === BATCH) await flush();
  }
  if (known < there.size) throw new MoveRefused(`${name}: the target holds ${there.size - known} records that are not of this house`);
  if (batch.length > 0) await flush();
}

export async function comparedCollection({ from, to }: Sides, what: { service: string; name: string }): Promise<Compared> {
  return { what: `${what.service} · ${what.name}`, from: await tallyOf(from, what.name), to: await tallyOf(to, what.name) };
}

async function tallyOf(documents: Documents, name: string): Promise<Tally> {
  const fingerprints: string[] = [];
  for await (const record of documents.records(name)) fingerprints.push(fingerprint(record));
  return { count: fingerprints.length, hash: combined(fingerprints) };
}
